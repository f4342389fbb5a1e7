import type { RunningPortal } from '../journeys/portal.ts';

/** What somebody was shown, to its end. */
export type Shown = { readonly status: number; readonly text: string };

/** One person at a browser of their own, already signed in. */
export type OneBrowser = {
  get(path: string): Promise<Shown>;
  post(path: string, form: Readonly<Record<string, string>>): Promise<Shown>;
};

/** @param person  somebody of the demonstration's cast */
export async function atABrowser(portal: RunningPortal, person: string): Promise<OneBrowser> {
  const signedIn = await fetch(`${portal.url}/demo`, {
    method: 'POST',
    body: new URLSearchParams({ person }),
    headers: { Origin: portal.url },
    redirect: 'manual',
  });
  const [cookie] = signedIn.headers.getSetCookie();
  if (cookie === undefined) throw new Error(`${person} could not sign in: ${signedIn.status}`);
  const headers = { Cookie: cookie.split(';', 1)[0] ?? '', Origin: portal.url };
  const ask = async (path: string, init: RequestInit): Promise<Shown> => {
    const response = await fetch(portal.url + path, { ...init, headers, redirect: 'manual' });
    return { status: response.status, text: await wordsOf(response) };
  };
  return {
    get: (path) => ask(path, { method: 'GET' }),
    post: (path, form) => ask(path, { method: 'POST', body: new URLSearchParams(form) }),
  };
}

/** A stream goes on for ever: what it tells first is the present. */
async function wordsOf(response: Response): Promise<string> {
  const isStream = response.headers.get('Content-Type')?.startsWith('text/event-stream') ?? false;
  if (!isStream || response.body === null) return response.text();
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let told = '';
  while (!told.includes('data: ')) {
    const { done, value } = await reader.read();
    if (done) break;
    told += value;
  }
  await reader.cancel();
  return told;
}
