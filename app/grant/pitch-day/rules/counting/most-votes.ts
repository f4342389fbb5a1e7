import type { TieBreak } from '#app/kernel/lots.ts';
import { groupsOfEqual } from './greedy.ts';
import type { Profile } from './profile.ts';

export type VotesCount = {
  /** By position. */
  readonly totals: readonly number[];
  readonly order: readonly number[];
  /** At most as many as there are seats: whoever nobody chose has none. */
  readonly chosen: readonly number[];
  readonly ties: readonly (readonly number[])[];
};

/** The options with the most, for as many seats as there are. */
export function countMostVotes(
  { options }: Pick<Profile, 'options'>,
  totals: readonly number[],
  seats: number,
  tieBreak: TieBreak,
): VotesCount {
  const totalOf = (option: number) => totals[option] ?? 0;
  const idOf = (option: number) => options[option]?.id ?? '';
  const order = [...options.keys()].sort(
    (one, other) => totalOf(other) - totalOf(one) || tieBreak(idOf(one), idOf(other)),
  );
  return {
    totals,
    order,
    chosen: order.slice(0, seats).filter((option) => totalOf(option) > 0),
    ties: groupsOfEqual(order, (one, other) => totalOf(one) === totalOf(other)),
  };
}
