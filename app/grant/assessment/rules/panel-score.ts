import { type Fraction, fraction, minus, plus, roundHalfUp, times } from '#app/kernel/fraction.ts';
import { invariant } from '#app/kernel/invariant.ts';

export const SCORE_MIN = 1;
export const SCORE_MAX = 5;

/** A score from 1 to 5, or null for "I cannot judge this". */
export type Score = number | null;

/** One criterion as one assessor answered it. */
export type WeightedScore = { readonly weight: number; readonly score: Score };

export type PanelScore = {
  /** Thousandths of a score from 1 to 5, halves rounded up; null when nobody could judge anything. */
  readonly meanMilli: number | null;
  /** Sample standard deviation of the sheets, in thousandths, halves rounded up; null for fewer than two sheets. */
  readonly spreadMilli: number | null;
  /** How many sheets the mean rests on: those that judged at least one criterion. */
  readonly sheets: number;
  /** How many answers were "I cannot judge this". */
  readonly notJudged: number;
};

const MILLI = fraction(1_000);

/**
 * What the panel as a whole says of one application.
 *
 * A sheet counts as its weighted mean over the criteria it judged, with their weights scaled up to a whole;
 * the application gets the plain mean of its sheets. Every step is exact, and only the answer is rounded.
 *
 * @param sheets  one list of criteria per submitted sheet; weights are positive whole numbers
 * @throws        when a weight or a score is off its scale: the forms and the database stop that
 */
export function panelScore(sheets: readonly (readonly WeightedScore[])[]): PanelScore {
  const means = sheets.map(sheetMean).filter((mean) => mean !== null);
  const notJudged = sheets.flat().filter((answer) => answer.score === null).length;
  const mean = meanOf(means);
  return {
    meanMilli: mean === null ? null : Number(roundHalfUp(times(mean, MILLI))),
    spreadMilli: mean === null || means.length < 2 ? null : spreadMilli(means, mean),
    sheets: means.length,
    notJudged,
  };
}

/** The mean of `panelScore` before it is rounded; null when nobody could judge anything. */
export function exactMean(sheets: readonly (readonly WeightedScore[])[]): Fraction | null {
  return meanOf(sheets.map(sheetMean).filter((mean) => mean !== null));
}

/** One sheet's own weighted mean in thousandths, halves rounded up; null when it judged nothing. */
export function sheetMeanMilli(answers: readonly WeightedScore[]): number | null {
  return panelScore([answers]).meanMilli;
}

function sheetMean(answers: readonly WeightedScore[]): Fraction | null {
  let top = 0n;
  let bottom = 0n;
  for (const { weight, score } of answers) {
    invariant(Number.isInteger(weight) && weight > 0, 'a criterion weighs a positive whole number');
    if (score === null) continue;
    invariant(Number.isInteger(score) && score >= SCORE_MIN && score <= SCORE_MAX, 'a score is 1, 2, 3, 4 or 5');
    top += BigInt(weight * score);
    bottom += BigInt(weight);
  }
  return bottom === 0n ? null : fraction(top, bottom);
}

function meanOf(values: readonly Fraction[]): Fraction | null {
  return values.length === 0 ? null : times(values.reduce(plus), fraction(1, values.length));
}

/** Whole thousandths r closest to 1000·√variance: the largest r with (2r − 1)² ≤ 4 000 000 · variance. */
function spreadMilli(values: readonly Fraction[], mean: Fraction): number {
  const distances = values.map((value) => times(minus(value, mean), MILLI));
  const sum = distances.map((distance) => times(distance, distance)).reduce(plus);
  const fourTimes = times(sum, fraction(4, values.length - 1));
  return Number((squareRoot(fourTimes.numerator / fourTimes.denominator) + 1n) / 2n);
}

/** The largest whole number whose square is at most `value` (Newton's method from above). */
function squareRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let guess = 1n << BigInt(Math.ceil(value.toString(2).length / 2));
  for (;;) {
    const next = (guess + value / guess) / 2n;
    if (next >= guess) return guess;
    guess = next;
  }
}
