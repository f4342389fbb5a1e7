import type { Env } from './env.server.ts';

/** A cookie of ours, as it is asked for and kept: for pages at `path` and below alone. */
export type OwnCookie = { readonly name: string; readonly path: string; readonly seconds: number };

type Site = Pick<Env, 'PUBLIC_URL'>;

/** Whether browsers keep our cookies for https alone. */
export function isSecureSite({ PUBLIC_URL }: Site): boolean {
  return new URL(PUBLIC_URL).protocol === 'https:';
}

/**
 * What browsers call a cookie. __Host- binds it to this host and to https, so that no neighbour can plant one; of a part
 * of the site they take __Secure- instead. Plain http on localhost can carry neither.
 *
 * @source RFC 6265bis, section 4.1.3
 */
export function cookieName(site: Site, { name, path }: Pick<OwnCookie, 'name' | 'path'>): string {
  if (!isSecureSite(site)) return name;
  return path === '/' ? `__Host-${name}` : `__Secure-${name}`;
}

/** What was sent of a cookie; null for none. It may be anything: whoever sends it wrote it. */
export function cookieIn(cookies: string | null, named: string): string | null {
  const pairs = (cookies ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${named}=`))?.slice(named.length + 1) ?? null;
}

/** @returns the Set-Cookie header; zero seconds forget the cookie */
export function keepCookie(site: Site, { name, path, seconds }: OwnCookie, value: string): string {
  const secure = isSecureSite(site) ? '; Secure' : '';
  return `${cookieName(site, { name, path })}=${value}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}

/** Whether an answer says something about the cookie of another Set-Cookie header already. */
export function setsSameCookie(answer: Headers, setCookie: string): boolean {
  const nameOf = (header: string) => header.slice(0, header.indexOf('='));
  return answer.getSetCookie().some((header) => nameOf(header) === nameOf(setCookie));
}
