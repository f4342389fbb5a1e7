import type { Minor } from '#app/kernel/money.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { SCORE_MAX, SCORE_MIN } from './panel-score.ts';

/** What made-up applications are judged by: the same for every call, so that a member can practise on any panel. */
export const PRACTICE_CRITERIA = ['need', 'led', 'plan', 'change'] as const;
export type PracticeCriterion = (typeof PRACTICE_CRITERIA)[number];

export const PRACTICE_EXAMPLES = ['sewing', 'football', 'walks'] as const;
export type PracticeExample = (typeof PRACTICE_EXAMPLES)[number];

/** What each asks for, in pence: they are set in this country, whatever the currency of the call. */
export const PRACTICE_ASKS: Readonly<Record<PracticeExample, Minor>> = {
  sewing: 240_000,
  football: 115_000,
  walks: 290_000,
};

export type PracticeScores = Readonly<Record<PracticeCriterion, number | null>>;

/** What people with experience gave, after they had talked about it; why is in the words of each example. */
export const WORKED: Readonly<Record<PracticeExample, Readonly<Record<PracticeCriterion, number>>>> = {
  sewing: { need: 4, led: 5, plan: 2, change: 3 },
  football: { need: 2, led: 3, plan: 5, change: 2 },
  walks: { need: 5, led: 2, plan: 3, change: 4 },
};

/**
 * How much more a member gave than was worked out, as a mean over everything she judged: above 0 lenient, below 0 harsh.
 *
 * @param sheets  what she gave, by the key of the example; "I cannot judge this" is null and left out
 * @returns       points of the scale from 1 to 5; 0 where she judged nothing
 */
export function practiceSeverity(
  sheets: readonly { readonly example: string; readonly scores: Readonly<Record<string, number | null>> }[],
): number {
  const differences = sheets.flatMap(({ example, scores }) => {
    const worked = PRACTICE_EXAMPLES.find((known) => known === example);
    if (worked === undefined) return [];
    return PRACTICE_CRITERIA.flatMap((criterion) => {
      const given = scores[criterion] ?? null;
      return given === null ? [] : [given - WORKED[worked][criterion]];
    });
  });
  if (differences.length === 0) return 0;
  return differences.reduce((sum, difference) => sum + difference, 0) / differences.length;
}

/** So much above or below what was worked out is a way to score, and no accident. */
const TENDENCY_FROM = 0.5;

export type Tendency = 'harsh' | 'middle' | 'lenient';

/** What a difference means in words. */
export function tendencyOf(severity: number): Tendency {
  if (severity >= TENDENCY_FROM) return 'lenient';
  return severity <= -TENDENCY_FROM ? 'harsh' : 'middle';
}

export type PracticeRefusal = 'already-done' | 'scores-missing' | 'score-off-scale';

/** A made-up application is scored once: afterwards the worked scores are known. */
export function decidePractice(isDone: boolean, scores: PracticeScores): Outcome<'sent', PracticeRefusal> {
  if (isDone) return refused('already-done');
  const given = PRACTICE_CRITERIA.map((criterion) => scores[criterion]);
  if (given.some((score) => score === undefined)) return refused('scores-missing');
  if (given.some((score) => score !== null && !isScore(score))) return refused('score-off-scale');
  return done('sent');
}

function isScore(score: number): boolean {
  return Number.isInteger(score) && score >= SCORE_MIN && score <= SCORE_MAX;
}
