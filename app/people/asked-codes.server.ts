import type { Id } from '#app/kernel/id.ts';
import { HOUR, SECOND } from '#app/kernel/instant.ts';
import type { Context } from '#app/platform/context.server.ts';

/**
 * Which address a code was asked for, kept by the browser that asked: a cookie that only we can read. Addresses in
 * URLs stay in histories, in logs of proxies and on shared screens; the URL holds an id that means nothing elsewhere.
 * Each window has an id of its own, so that two of them do not disturb each other.
 */
type Asked = { readonly id: Id; readonly email: string };

/** More windows than that at once are nobody's. */
const ASKED_MAX = 5;
const SEALED_FOR = 'asked-code';
/** Longer than a code is good for: who comes late is told that it is too old. */
const KEPT_FOR = HOUR;

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
  const pairs = (cookies ?? '').split(';').map((pair) => pair.trim().split('='));
  const sealed = pairs.find(([name]) => name === cookieName(context))?.[1];
  if (sealed === undefined || sealed === '') return [];
  try {
    return JSON.parse(context.secrets.open(sealed, SEALED_FOR));
  } catch {
    // Sealed with another key, or by somebody else: it says nothing.
    return [];
  }
}

function written(context: Context, asked: readonly Asked[]): string {
  const value = asked.length === 0 ? '' : context.secrets.seal(JSON.stringify(asked), SEALED_FOR);
  const seconds = asked.length === 0 ? 0 : KEPT_FOR / SECOND;
  const secure = isSecure(context) ? '; Secure' : '';
  return `${cookieName(context)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}

/** __Host- binds the cookie to this host and to https; plain http on localhost cannot carry it. */
function cookieName(context: Context): string {
  return isSecure(context) ? '__Host-asked' : 'asked';
}

function isSecure(context: Context): boolean {
  return new URL(context.env.PUBLIC_URL).protocol === 'https:';
}
