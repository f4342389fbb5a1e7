import type { Id } from '#app/kernel/id.ts';
import { cutPage, type PageFrom } from '#app/kernel/paging.ts';

/** A form of a hundred rows is as much as anybody works through at once. */
export const SHORTLIST_PAGE = 100;

type Row = { readonly applicationId: Id };

/** A page of a list that is in memory as a whole: its order is a ranking, and no index has that. */
export function pageOf<Listed extends Row>(
  rows: readonly Listed[],
  from: PageFrom | null,
  size = SHORTLIST_PAGE,
): { readonly rows: readonly Listed[]; readonly before: Id | null; readonly after: Id | null } {
  const place = from === null ? -1 : rows.findIndex((row) => row.applicationId === from.id);
  // A row that is gone meanwhile: the list begins at its beginning.
  const toward = place < 0 ? null : (from?.toward ?? null);
  const upward = rows.slice(0, Math.max(place, 0)).toReversed();
  const found = toward === 'before' ? upward : rows.slice(place + 1);
  const page = cutPage(found.slice(0, size + 1), size, toward);
  return {
    rows: page.rows,
    before: page.before?.applicationId ?? null,
    after: page.after?.applicationId ?? null,
  };
}
