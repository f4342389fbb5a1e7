import type { RunningPortal } from '../journeys/portal.ts';
import { type Persona, SIGNED_IN } from './personas.ts';
import type { Records, Row } from './row.ts';
import type { Prepared } from './world.ts';

export type Answer = { readonly status: number; readonly location: string | null };

/** Everybody at their own browser, already signed in. */
export type Asking = {
  ask(persona: Persona, row: Row, records: Records): Promise<Answer>;
  /** Announces a recording of a thousand bytes and sends none of them. */
  beginUpload(persona: Persona, applicationId: string, questionId: string): Promise<string>;
};

export async function everybodySignedIn(portal: RunningPortal, people: Prepared['people']): Promise<Asking> {
  const cookies = new Map<Persona, string>();
  const send = async (persona: Persona, path: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('Cookie', cookies.get(persona) ?? '');
    headers.set('Origin', portal.url);
    const response = await fetch(portal.url + path, { ...init, headers, redirect: 'manual' });
    // Streams would go on for ever, and of the others only the head matters.
    await response.body?.cancel();
    return response;
  };
  for (const persona of SIGNED_IN) {
    const response = await send(persona, '/demo', {
      method: 'POST',
      body: new URLSearchParams({ person: people[persona] }),
    });
    const [cookie] = response.headers.getSetCookie();
    if (cookie === undefined) throw new Error(`the ${persona} could not sign in: ${response.status}`);
    cookies.set(persona, cookie.split(';', 1)[0] ?? '');
  }
  return {
    async ask(persona, row, records) {
      const body = row.method === 'POST' ? { body: new URLSearchParams(row.form(records)) } : {};
      const isProgram = row.route.startsWith('/apply/upload');
      const { status, headers } = await send(persona, row.url(records), {
        method: row.method,
        ...body,
        ...(isProgram ? { headers: { 'Tus-Resumable': '1.0.0' } } : {}),
      });
      return { status, location: headers.get('Location') };
    },
    async beginUpload(persona, applicationId, questionId) {
      const metadata = { application: applicationId, question: questionId, filename: 'clip.mp4' };
      const { status, headers } = await send(persona, '/apply/upload', {
        method: 'POST',
        headers: {
          'Tus-Resumable': '1.0.0',
          'Upload-Length': '1000',
          'Upload-Metadata': Object.entries(metadata)
            .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
            .join(','),
        },
      });
      const uploadId = headers.get('Location')?.split('/').at(-1);
      if (status !== 201 || uploadId === undefined) throw new Error(`the upload did not begin: ${status}`);
      return uploadId;
    },
  };
}

/** In words, what is wrong with an answer; null when it is as the table says. */
export function whatIsWrong(
  row: Row,
  persona: Persona,
  isAllowed: boolean,
  { status, location }: Answer,
): string | null {
  const toSignIn = location !== null && new URL(location, 'http://portal').pathname === '/sign-in';
  const got = toSignIn ? `${status} to the sign-in page` : String(status);
  if (isAllowed) {
    const isFine = row.method === 'POST' ? isAnswered(status) : isShown(status);
    return isFine && !toSignIn ? null : `expected to be allowed, got ${got}`;
  }
  const expected = persona === 'visitor' ? row.visitor : 404;
  const isAsExpected = status === expected && (expected !== 302 || toSignIn);
  if (isAsExpected) return null;
  return `expected ${expected}${expected === 302 ? ' to the sign-in page' : ''}, got ${got}`;
}

/** Shown, or sent to where it is shown now. */
function isShown(status: number): boolean {
  return [200, 206, 302, 303, 304].includes(status);
}

/** Done, or refused in words: both are answers to somebody who may ask. */
function isAnswered(status: number): boolean {
  return [200, 302, 303, 409, 410, 422].includes(status);
}
