import { invariant } from '#app/kernel/invariant.ts';
import type { Ranked } from './bayesian-ranking.ts';

export type LineGroup = 'above' | 'reaches' | 'below';

export type FundingLine = {
  /** The expected rank of the last application there is money for. */
  readonly line: number;
  /** In the order given. */
  readonly groups: readonly LineGroup[];
  /** How many of those that reach the line are still to be chosen: by discussion or by lot, as the call announced. */
  readonly toChoose: number;
};

/**
 * Parts the applications into clearly above the line, clearly below it, and those whose scores cannot tell: where half
 * of the draws (the 50 % interval of the rank) reach the line. Where exactly as many are above or reach it as can be
 * funded, nothing is left to choose: all of them are above.
 *
 * @param fundable  how many there is money for: at least one, at most all
 * @source          Heyard, Ott, Salanti and Egger (2022), section 2.3
 */
export function fundingLine(ranked: readonly Pick<Ranked, 'expectedRank' | 'rank50'>[], fundable: number): FundingLine {
  invariant(Number.isInteger(fundable) && fundable >= 1 && fundable <= ranked.length, 'the line is within the list');
  const line = ranked.map(({ expectedRank }) => expectedRank).sort((one, other) => one - other)[fundable - 1] as number;
  const groups = ranked.map(({ expectedRank, rank50 }): LineGroup => {
    if (expectedRank === line || (rank50.from <= line && line <= rank50.to)) return 'reaches';
    return rank50.to < line ? 'above' : 'below';
  });
  const above = groups.filter((group) => group === 'above').length;
  const reaching = groups.filter((group) => group === 'reaches').length;
  if (above + reaching !== fundable) return { line, groups, toChoose: fundable - above };
  return { line, groups: groups.map((group) => (group === 'reaches' ? 'above' : group)), toChoose: 0 };
}

/**
 * The same where there is nothing but ranks: equals who share the places about the line reach it.
 *
 * @param ranks  1 is best; equals have the mean of the places they take
 */
export function lineOfRanks(ranks: readonly number[], fundable: number): { groups: LineGroup[]; toChoose: number } {
  const counts = new Map<number, number>();
  for (const rank of ranks) counts.set(rank, (counts.get(rank) ?? 0) + 1);
  const groups = ranks.map((rank): LineGroup => {
    const equals = counts.get(rank) ?? 0;
    if (rank + (equals - 1) / 2 <= fundable) return 'above';
    return rank - (equals - 1) / 2 > fundable ? 'below' : 'reaches';
  });
  const above = groups.filter((group) => group === 'above').length;
  return { groups, toChoose: groups.includes('reaches') ? fundable - above : 0 };
}
