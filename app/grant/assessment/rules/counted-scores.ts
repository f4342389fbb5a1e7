import { sha256Hex } from '#app/kernel/digest.ts';
import { fraction } from '#app/kernel/fraction.ts';
import type { Id } from '#app/kernel/id.ts';
import type { Score } from './panel-score.ts';
import type { CriterionScore, Weights } from './ranking/scores.ts';

/** One answer on a sheet that counts: handed in, not set aside, about an application that still stands. */
export type CountedScore = {
  readonly applicationId: Id;
  readonly memberId: Id;
  readonly criterionId: Id;
  readonly value: Score;
};

export type Weighed = { readonly id: Id; readonly weightPercent: number };

/** As the ranking takes them: "I cannot judge this" is an answer and no score. */
export function criterionScores(counted: readonly CountedScore[]): CriterionScore[] {
  return counted.flatMap(({ applicationId, memberId, criterionId, value }) =>
    value === null
      ? []
      : [{ application: applicationId, reviewer: memberId, criterion: criterionId, score: fraction(value) }],
  );
}

/** What each criterion weighs, as the ranking takes it. */
export function weightsOf(criteria: readonly Weighed[]): Weights {
  return new Map(criteria.map(({ id, weightPercent }) => [id, fraction(weightPercent)]));
}

/**
 * SHA-256 of all that a ranking rests on, whatever the order it comes in: the weights, and every score with whose it is
 * and what about.
 *
 * @returns 64 hexadecimal digits
 */
export function scoresHashOf(criteria: readonly Weighed[], counted: readonly CountedScore[]): string {
  const weights = criteria.map(({ id, weightPercent }) => `${id} ${weightPercent}`).sort();
  const scores = counted
    .filter(({ value }) => value !== null)
    .map((score) => `${score.applicationId} ${score.memberId} ${score.criterionId} ${score.value}`)
    .sort();
  return sha256Hex(['weights', ...weights, 'scores', ...scores].join('\n'));
}
