import type { Id } from '#app/kernel/id.ts';
import { HOUR, SECOND } from '#app/kernel/instant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { cookieIn, cookieName, keepCookie, type OwnCookie } from '#app/platform/cookies.server.ts';

/**
 * Which address a code was asked for, kept by the browser that asked: a cookie that only we can read. Addresses in
 * URLs stay in histories, in logs of proxies and on shared screens; the URL holds an id that means nothing elsewhere.
 * Each window has an id of its own, so that two of them do not disturb each other.
 */
type Asked = { readonly id: Id; readonly email: string };

/** More windows than that at once are nobody's. */
const ASKED_MAX = 5;
const SEALED_FOR = 'asked-code';
/** Kept longer than a code is good for: who comes late is told that it is too old. */
const ASKED: OwnCookie = { name: 'asked', path: '/', seconds: HOUR / SECOND };

/** @returns the id for the URL, and the Set-Cookie header that lets this browser use it */
export function rememberAsked(context: Context, cookies: string | null, email: string): { id: Id; setCookie: string } {
  const asked = { id: context.newId(), email };
  return { id: asked.id, setCookie: written(context, [asked, ...readAsked(context, cookies)].slice(0, ASKED_MAX)) };
}

/** The address that this browser asked a code for, or null. */
export function addressAsked(context: Context, cookies: string | null, id: string | null): string | null {
  return readAsked(context, cookies).find((asked) => asked.id === id)?.email ?? null;
}

/** @returns the Set-Cookie header that forgets an address once it has been signed in with; other windows go on */
export function forgetAsked(context: Context, cookies: string | null, id: string | null): string {
  return written(
    context,
    readAsked(context, cookies).filter((asked) => asked.id !== id),
  );
}

function readAsked(context: Context, cookies: string | null): readonly Asked[] {
  const sealed = cookieIn(cookies, cookieName(context.env, ASKED));
  if (sealed === null || sealed === '') return [];
  try {
    return JSON.parse(context.secrets.open(sealed, SEALED_FOR));
  } catch {
    // Sealed with another key, or by somebody else: it says nothing.
    return [];
  }
}

function written(context: Context, asked: readonly Asked[]): string {
  const value = asked.length === 0 ? '' : context.secrets.seal(JSON.stringify(asked), SEALED_FOR);
  return keepCookie(context.env, { ...ASKED, seconds: asked.length === 0 ? 0 : ASKED.seconds }, value);
}
