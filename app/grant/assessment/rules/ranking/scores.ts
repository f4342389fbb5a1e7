import { type Fraction, fraction, plus, times, ZERO } from '#app/kernel/fraction.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { Rating } from './ratings.ts';

/** One number on one reviewer's sheet, as it was written: exact. */
export type CriterionScore = {
  readonly application: string;
  readonly reviewer: string;
  /** The empty name where a sheet holds one score only. */
  readonly criterion: string;
  readonly score: Fraction;
  readonly panel?: string;
};

export type Weights = ReadonlyMap<string, Fraction>;

const ONE = fraction(1);

/** What a criterion weighs: 1 where nothing was said. */
export function weightOf(weights: Weights, criterion: string): Fraction {
  return weights.get(criterion) ?? ONE;
}

/** Each sheet as one rating: the weighted mean of the criteria it judged, their weights scaled up to a whole. */
export function ratingsOf(scores: readonly CriterionScore[], weights: Weights): Rating[] {
  const sheets = new Map<string, { first: CriterionScore; sum: Fraction; weight: Fraction }>();
  for (const score of scores) {
    const key = JSON.stringify([score.application, score.reviewer]);
    const sheet = sheets.get(key) ?? { first: score, sum: ZERO, weight: ZERO };
    const weight = weightOf(weights, score.criterion);
    sheets.set(key, {
      first: sheet.first,
      sum: plus(sheet.sum, times(score.score, weight)),
      weight: plus(sheet.weight, weight),
    });
  }
  return [...sheets.values()].map(({ first: { application, reviewer, panel }, sum, weight }) => {
    invariant(weight.numerator > 0n, 'a sheet judged something that weighs something');
    const value = toNumber({
      numerator: sum.numerator * weight.denominator,
      denominator: sum.denominator * weight.numerator,
    });
    return panel === undefined ? { application, reviewer, value } : { application, reviewer, value, panel };
  });
}

/** The nearest number to an exact value. */
export function toNumber({ numerator, denominator }: Fraction): number {
  return Number(numerator) / Number(denominator);
}
