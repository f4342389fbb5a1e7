import type { NoteName } from './standing.ts';

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
): { choices: { now: NoteName; count: number }[]; chosen: NoteName | null; rows: readonly AnyRow[] } {
  const counts = new Map<NoteName, number>();
  for (const { standing } of rows) counts.set(standing.now, (counts.get(standing.now) ?? 0) + 1);
  const choices = [...counts].map(([now, count]) => ({ now, count }));
  const chosen = choices.find(({ now }) => now === wanted)?.now ?? null;
  return { choices, chosen, rows: chosen === null ? rows : rows.filter((row) => row.standing.now === chosen) };
}
