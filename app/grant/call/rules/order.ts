export type Direction = 'up' | 'down';

/** The list with one entry a place further up or down; at the end it stays where it is. */
export function moved<Entry>(list: readonly Entry[], place: number, direction: Direction): Entry[] {
  const target = direction === 'up' ? place - 1 : place + 1;
  const entry = list[place];
  const other = list[target];
  if (entry === undefined || other === undefined) return [...list];
  return list.with(place, other).with(target, entry);
}
