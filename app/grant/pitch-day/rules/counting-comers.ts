import type { Queued } from './coming.ts';

/** A party with what it asked for, as far as it is counted. */
export type CountedParty = Pick<Queued, 'state' | 'people'> & {
  readonly children: number;
  readonly interpreter: string | null;
  readonly wantsTravelMoney: boolean;
  readonly hasFood: boolean;
  readonly hasCome: boolean;
};

/** Numbers that name nobody. */
export type ComersCount = {
  /** People with a place. */
  readonly coming: number;
  readonly waiting: number;
  /** People of parties that were there, with or without a place. */
  readonly came: number;
  /** Children to be looked after, of those with a place; so are the next three. */
  readonly children: number;
  /** Parties. */
  readonly travelMoney: number;
  readonly food: number;
  /** Parties by BCP 47 tag. */
  readonly interpreters: Readonly<Record<string, number>>;
};

/** Adds up who comes and what they need. */
export function countComers(parties: readonly CountedParty[]): ComersCount {
  const coming = parties.filter(({ state }) => state === 'coming');
  const waiting = parties.filter(({ state }) => state === 'waiting');
  const interpreters: Record<string, number> = {};
  for (const { interpreter } of coming)
    if (interpreter !== null) interpreters[interpreter] = (interpreters[interpreter] ?? 0) + 1;
  return {
    coming: sum(coming, ({ people }) => people),
    waiting: sum(waiting, ({ people }) => people),
    came: sum(
      parties.filter(({ hasCome }) => hasCome),
      ({ people }) => people,
    ),
    children: sum(coming, ({ children }) => children),
    travelMoney: coming.filter(({ wantsTravelMoney }) => wantsTravelMoney).length,
    food: coming.filter(({ hasFood }) => hasFood).length,
    interpreters,
  };
}

function sum<Entry>(entries: readonly Entry[], of: (entry: Entry) => number): number {
  return entries.reduce((total, entry) => total + of(entry), 0);
}
