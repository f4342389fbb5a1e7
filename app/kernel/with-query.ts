/** What an address asks for besides its page; what is undefined is left out. */
export type Asked = Readonly<Record<string, string | undefined>>;

/** A path with its questions behind it. */
export function withQuery(path: string, query: Asked): string {
  const search = new URLSearchParams(
    Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
  return search.size === 0 ? path : `${path}?${search}`;
}
