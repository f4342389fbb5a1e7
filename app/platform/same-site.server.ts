import type { IncomingMessage } from 'node:http';
import { isLoopback } from './loopback.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that may change something comes from our own pages.
 * Browsers send Origin with every unsafe request and Sec-Fetch-Site besides; neither present is refused.
 *
 * @param publicUrl  the one address that counts. The Host header does not: whoever makes a name of theirs lead here
 *                   chooses it, and with it the origin of their pages (DNS rebinding).
 */
export function sameSite(request: Pick<IncomingMessage, 'method' | 'headers'>, publicUrl: string): boolean {
  if (SAFE.has(request.method ?? 'GET')) return true;
  const { origin } = request.headers;
  const fetchSite = request.headers['sec-fetch-site'];
  if (origin !== undefined) {
    const home = new URL(publicUrl);
    return origin === home.origin || (isLoopback(home.hostname) && isThisMachine(origin, request.headers.host));
  }
  return fetchSite === 'same-origin';
}

/** On one's own machine the port may be any free one, and 127.0.0.1 is typed for localhost. */
function isThisMachine(origin: string, host: string | undefined): boolean {
  const from = URL.parse(origin);
  return from !== null && isLoopback(from.hostname) && from.host === host;
}
