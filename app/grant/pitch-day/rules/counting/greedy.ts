import { compare, type Fraction, fraction, minus, times, ZERO } from '#app/kernel/fraction.ts';
import type { TieBreak } from '#app/kernel/lots.ts';
import type { Profile } from './profile.ts';

export type GreedyStep = {
  readonly option: number;
  readonly support: number;
  /** Before this option. */
  readonly left: Fraction;
  readonly isFunded: boolean;
};

export type GreedyCount = {
  /** In the order in which the options were looked at. */
  readonly steps: readonly GreedyStep[];
  readonly chosen: readonly number[];
  readonly cost: Fraction;
  /** Options that stand equal, in the order that the rule for ties gave them. */
  readonly ties: readonly (readonly number[])[];
};

/** What a greedy count goes by: support alone, or support for each unit of cost. */
export type GreedyOrder = 'support' | 'support-per-cost';

/**
 * Goes through the options, best supported first: what costs at most the money left is funded, the rest is skipped.
 * Options without support come last, and are funded too if they fit.
 *
 * @param supports  whole numbers, by position
 * @param among     positions to look at; their costs are known
 * @source          Talmon & Faliszewski, A Framework for Approval-Based Budgeting (2019)
 */
export function countGreedy(
  profile: Pick<Profile, 'options'>,
  supports: readonly number[],
  by: GreedyOrder,
  budget: Fraction,
  tieBreak: TieBreak,
  among: readonly number[] = [...profile.options.keys()],
): GreedyCount {
  const costOf = (option: number) => profile.options[option]?.cost ?? ZERO;
  const supportOf = (option: number) => supports[option] ?? 0;
  const idOf = (option: number) => profile.options[option]?.id ?? '';
  const better = (one: number, other: number): number => {
    if (by === 'support') return supportOf(other) - supportOf(one);
    // What is free gives something for nothing, so it comes before everything with a cost.
    const [isFree, isOtherFree] = [costOf(one).numerator === 0n, costOf(other).numerator === 0n];
    if (isFree || isOtherFree) return isFree && isOtherFree ? supportOf(other) - supportOf(one) : isFree ? -1 : 1;
    return compare(times(fraction(supportOf(other)), costOf(one)), times(fraction(supportOf(one)), costOf(other)));
  };
  const order = among.toSorted((one, other) => better(one, other) || tieBreak(idOf(one), idOf(other)));
  const steps: GreedyStep[] = [];
  let left = budget;
  for (const option of order) {
    const isFunded = compare(costOf(option), left) <= 0;
    steps.push({ option, support: supportOf(option), left, isFunded });
    if (isFunded) left = minus(left, costOf(option));
  }
  return {
    steps,
    chosen: steps.filter(({ isFunded }) => isFunded).map(({ option }) => option),
    cost: minus(budget, left),
    ties: groupsOfEqual(order, (one, other) => better(one, other) === 0),
  };
}

/** Neighbours that are equal, where there are two or more. */
export function groupsOfEqual(order: readonly number[], isEqual: (one: number, other: number) => boolean): number[][] {
  const groups: number[][] = [];
  for (const option of order) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && isEqual(last[0], option)) last.push(option);
    else groups.push([option]);
  }
  return groups.filter((group) => group.length > 1);
}
