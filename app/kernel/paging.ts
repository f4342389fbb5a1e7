/** Where a page of a list begins: after a row, or before it. The row is named by its id. */
export type PageFrom = { readonly toward: 'after' | 'before'; readonly id: string };

export type CutPage<Row> = {
  readonly rows: readonly Row[];
  /** The rows at the edges of the page; null where there is no page beyond. */
  readonly before: Row | null;
  readonly after: Row | null;
};

/**
 * Makes a page of what was read by key. Read one row more than fits: it only says that there is more.
 *
 * @param found   in the direction that was read in: backwards for a page that ends before a row
 * @param toward  null for the first page
 */
export function cutPage<Row>(found: readonly Row[], size: number, toward: PageFrom['toward'] | null): CutPage<Row> {
  const isMoreBeyond = found.length > size;
  const kept = found.slice(0, size);
  const rows = toward === 'before' ? kept.toReversed() : kept;
  const hasBefore = toward === 'before' ? isMoreBeyond : toward === 'after';
  const hasAfter = toward === 'before' || isMoreBeyond;
  return {
    rows,
    before: hasBefore ? (rows[0] ?? null) : null,
    after: hasAfter ? (rows.at(-1) ?? null) : null,
  };
}

/**
 * A page of a list that is in memory as a whole, because no index has its order. A row that is gone meanwhile leads to
 * the beginning.
 */
export function pageOfAll<Row>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
  from: PageFrom | null,
  size: number,
): CutPage<Row> {
  const place = from === null ? -1 : rows.findIndex((row) => idOf(row) === from.id);
  const toward = place < 0 ? null : (from?.toward ?? null);
  const found = toward === 'before' ? rows.slice(0, place).toReversed() : rows.slice(place + 1);
  return cutPage(found.slice(0, size + 1), size, toward);
}

/** Reads what an address says of where a page begins; what no link of ours says is the first page. */
export function readPageFrom(params: URLSearchParams): PageFrom | null {
  const [after, before] = [params.get('after'), params.get('before')];
  if (after !== null && before === null) return { toward: 'after', id: after };
  return before !== null && after === null ? { toward: 'before', id: before } : null;
}
