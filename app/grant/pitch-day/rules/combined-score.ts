import { compare, type Fraction, fraction, minus, plus, times, toDecimal, ZERO } from '#app/kernel/fraction.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { TieBreak } from '#app/kernel/lots.ts';

/** The decision rule a call publishes before anyone applies. */
export type CombinedRule = {
  /** Whole percent; with `publicPercent` exactly 100. */
  readonly panelPercent: number;
  readonly publicPercent: number;
  readonly panelScale: { readonly min: number; readonly max: number };
  /** Whole percent of the ballots that must approve an application before it can be funded. */
  readonly minimumSupportPercent: number;
};

export type Contender = {
  readonly id: string;
  /** The panel's mean, exact, on the published scale. */
  readonly panelMean: Fraction;
  readonly approvals: number;
  /** From 0 to 1, in place of the share of the ballots that approve it: where voters put groups in order. */
  readonly earned?: Fraction;
};

export type Ranked = {
  readonly id: string;
  /** 1 is best; everyone has a rank of their own, ties broken by the rule. */
  readonly rank: number;
  /** Points out of 100 that the panel and the public each gave, and their sum. */
  readonly panelPoints: Fraction;
  readonly publicPoints: Fraction;
  readonly points: Fraction;
  /** The same three with two decimals, to be read. */
  readonly shown: { readonly panel: string; readonly public: string; readonly total: string };
  readonly hasSupport: boolean;
  /** Others with exactly the same points and standing, whom only the tie rule separates. */
  readonly tiedWith: readonly string[];
};

/**
 * Ranks by panel and public together:
 * `panelPercent × (mean − min) / (max − min) + publicPercent × approvals / ballots`, or × what a ranked vote earned.
 *
 * Everything is an exact fraction, so two programs in two languages give the same order. Whoever lacks the
 * minimum support comes after everyone who has it.
 *
 * @param ballots  ballots counted, blank ones included
 * @throws InvariantError when the percentages do not add up to 100 or a score is off its scale
 */
export function combineScores(
  rule: CombinedRule,
  contenders: readonly Contender[],
  ballots: number,
  tieBreak: TieBreak,
): Ranked[] {
  const { panelPercent, publicPercent, panelScale } = rule;
  invariant(isPercent(panelPercent) && isPercent(publicPercent), 'shares are whole percentages');
  invariant(panelPercent + publicPercent === 100, 'the panel and the public share exactly 100 percent');
  invariant(isPercent(rule.minimumSupportPercent), 'the minimum support is a whole percentage');
  invariant(panelScale.min < panelScale.max, 'a scale has a top above its bottom');
  const scored = contenders.map((contender) => score(rule, contender, ballots));
  const better = (one: Scored, other: Scored) =>
    Number(other.hasSupport) - Number(one.hasSupport) || compare(other.points, one.points);
  const sorted = scored.toSorted((one, other) => better(one, other) || tieBreak(one.id, other.id));
  return sorted.map((entry, index) => ({
    ...entry,
    rank: index + 1,
    tiedWith: sorted.filter((other) => other !== entry && better(entry, other) === 0).map((other) => other.id),
  }));
}

type Scored = Omit<Ranked, 'rank' | 'tiedWith'>;

function score(rule: CombinedRule, contender: Contender, ballots: number): Scored {
  const { min, max } = rule.panelScale;
  const onScale = times(minus(contender.panelMean, fraction(min)), fraction(1, max - min));
  invariant(compare(onScale, ZERO) >= 0 && compare(onScale, fraction(1)) <= 0, 'a panel mean lies on its scale');
  invariant(
    contender.approvals >= 0 && contender.approvals <= ballots,
    'nobody has more approvals than there are ballots',
  );
  const share = contender.earned ?? (ballots === 0 ? ZERO : fraction(contender.approvals, ballots));
  invariant(compare(share, ZERO) >= 0 && compare(share, fraction(1)) <= 0, 'nobody earns more than all of the vote');
  const panelPoints = times(fraction(rule.panelPercent), onScale);
  const publicPoints = times(fraction(rule.publicPercent), share);
  const points = plus(panelPoints, publicPoints);
  return {
    id: contender.id,
    panelPoints,
    publicPoints,
    points,
    shown: { panel: toDecimal(panelPoints, 2), public: toDecimal(publicPoints, 2), total: toDecimal(points, 2) },
    hasSupport: hasMinimumSupport(contender.approvals, ballots, rule.minimumSupportPercent),
  };
}

/**
 * Whether enough of the ballots approve it to be funded at all. Without ballots nobody has any support.
 *
 * @param percent  whole percent; with 0 everybody has enough
 */
export function hasMinimumSupport(approvals: number, ballots: number, percent: number): boolean {
  return approvals * 100 >= percent * Math.max(1, ballots);
}

function isPercent(number: number): boolean {
  return Number.isInteger(number) && number >= 0 && number <= 100;
}
