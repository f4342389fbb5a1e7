import { compare, type Fraction, fraction, plus, roundHalfUp, times } from '#app/kernel/fraction.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { type CriterionScore, type Weights, weightOf } from './scores.ts';

/** Fewer would leave nothing between the highest and the lowest. */
const TRIMMED_MIN = 3;

const HUNDRED = fraction(100);

/**
 * The mean without one highest and one lowest score, halves rounded up to hundredths. Exact until it is rounded.
 *
 * @param scores  zero or more; at least three
 * @returns       whole hundredths
 * @source        International Skating Union, Special Regulations, rule 353: the trimmed mean of the panel
 */
export function trimmedMeanCenti(scores: readonly Fraction[]): number {
  invariant(scores.length >= TRIMMED_MIN, 'there is a score between the highest and the lowest');
  const kept = scores.toSorted(compare).slice(1, -1);
  return Number(roundHalfUp(times(times(kept.reduce(plus), fraction(1, kept.length)), HUNDRED)));
}

/**
 * Each application's total: the trimmed mean of each criterion times its weight, each product rounded half up to
 * hundredths, in sum.
 *
 * @returns whole hundredths by application; null where one has fewer than three scores of a criterion, or none:
 *          what nobody could judge is no zero
 */
export function trimmedTotals(scores: readonly CriterionScore[], weights: Weights): Map<string, number> | null {
  const names = new Set(scores.map(({ criterion }) => criterion));
  const given = new Map<string, Map<string, Fraction[]>>();
  for (const { application, criterion, score } of scores) {
    const ofApplication = given.get(application) ?? new Map<string, Fraction[]>();
    given.set(application, ofApplication);
    ofApplication.set(criterion, [...(ofApplication.get(criterion) ?? []), score]);
  }
  const totals = new Map<string, number>();
  for (const [application, ofApplication] of given) {
    let total = 0;
    for (const criterion of names) {
      const marks = ofApplication.get(criterion) ?? [];
      if (marks.length < TRIMMED_MIN) return null;
      total += Number(roundHalfUp(times(fraction(trimmedMeanCenti(marks)), weightOf(weights, criterion))));
    }
    totals.set(application, total);
  }
  return totals;
}
