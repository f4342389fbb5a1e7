import type { IncomingMessage } from 'node:http';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that may change something comes from our own pages.
 * Browsers send Origin with every unsafe request and Sec-Fetch-Site besides; neither present is refused.
 */
export function sameSite(request: Pick<IncomingMessage, 'method' | 'headers'>, publicUrl: string): boolean {
  if (SAFE.has(request.method ?? 'GET')) return true;
  const { origin } = request.headers;
  const fetchSite = request.headers['sec-fetch-site'];
  if (origin !== undefined) return origin === new URL(publicUrl).origin || isSameHost(origin, request.headers.host);
  return fetchSite === 'same-origin';
}

/** Behind a proxy the public address differs from ours; the Host header is then what the browser addressed. */
function isSameHost(origin: string, host: string | undefined): boolean {
  return host !== undefined && URL.parse(origin)?.host === host;
}
