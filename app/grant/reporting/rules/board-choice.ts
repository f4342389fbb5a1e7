import type { NoteName } from './standing.ts';

export type StandChoice = { readonly now: NoteName; readonly count: number };

type Row = { readonly standing: { readonly now: NoteName } };

/**
 * Which applications of a board to show, and what else could be chosen.
 *
 * @param wanted  what the address asks for; anything that no application stands at means all
 * @returns       `choices` with how many stand there, in the order of the board
 */
export function chooseRows<AnyRow extends Row>(
  rows: readonly AnyRow[],
  wanted: string | null,
): { choices: StandChoice[]; chosen: NoteName | null; rows: readonly AnyRow[] } {
  const counts = new Map<NoteName, number>();
  for (const { standing } of rows) counts.set(standing.now, (counts.get(standing.now) ?? 0) + 1);
  const choices = [...counts].map(([now, count]) => ({ now, count }));
  const chosen = choices.find(({ now }) => now === wanted)?.now ?? null;
  return { choices, chosen, rows: chosen === null ? rows : rows.filter((row) => row.standing.now === chosen) };
}

/**
 * One page of rows that are all there, as a list in the database would page them: from one row on, or up to it.
 *
 * @param cursor  the place of that row; one that is not among the rows means the first page
 * @returns       the places at the edges of the page, null where there is no page beyond
 */
export function pageOf<AnyRow extends { readonly place: number }>(
  rows: readonly AnyRow[],
  cursor: { readonly toward: 'after' | 'before'; readonly place: number } | null,
  size: number,
): { rows: readonly AnyRow[]; before: number | null; after: number | null } {
  const at = cursor === null ? -1 : rows.findIndex(({ place }) => place === cursor.place);
  const start = at === -1 ? 0 : cursor?.toward === 'after' ? at + 1 : Math.max(0, at - size);
  const end = at === -1 || cursor?.toward === 'after' ? start + size : at;
  const page = rows.slice(start, end);
  return {
    rows: page,
    before: start > 0 ? (page[0]?.place ?? null) : null,
    after: end < rows.length ? (page.at(-1)?.place ?? null) : null,
  };
}
