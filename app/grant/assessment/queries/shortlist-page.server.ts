import type { Id } from '#app/kernel/id.ts';
import { type PageFrom, pageOfAll } from '#app/kernel/paging.ts';

/** A form of a hundred rows is as much as anybody works through at once. */
const SHORTLIST_PAGE = 100;

/** A page of applications, and those at its edges. */
export function pageOf<Row extends { readonly applicationId: Id }>(
  rows: readonly Row[],
  from: PageFrom | null,
  size = SHORTLIST_PAGE,
): { readonly rows: readonly Row[]; readonly before: Id | null; readonly after: Id | null } {
  const page = pageOfAll(rows, (row) => row.applicationId, from, size);
  return {
    rows: page.rows,
    before: page.before?.applicationId ?? null,
    after: page.after?.applicationId ?? null,
  };
}
