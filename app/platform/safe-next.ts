const HERE = 'http://portal.invalid';

/** Where to go after signing in: a path on this portal, never another site. */
export function safeNext(next: string | null | undefined, otherwise: string): string {
  if (next === null || next === undefined) return otherwise;
  const url = URL.parse(next, HERE);
  // The URL parser sees through "//host", "/\host" and control characters as browsers do.
  if (url === null || url.origin !== HERE || !next.startsWith('/')) return otherwise;
  // It also takes "." and ".." out: "/.//host" is a path here, and would be another site in the next address bar.
  if (url.pathname.startsWith('//')) return otherwise;
  return url.pathname + url.search + url.hash;
}
