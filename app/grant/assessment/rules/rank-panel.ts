import { invariant } from '#app/kernel/invariant.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import { type CountedScore, criterionScores, type Weighed, weightsOf } from './counted-scores.ts';
import { SCORE_MAX, SCORE_MIN } from './panel-score.ts';
import type { Method } from './ranking/methods.ts';
import { type Ranking, rankBy } from './ranking/rank-by.ts';

/** All that a calculation needs, so that it can be done somewhere else. */
export type RankingTask = {
  readonly method: Method;
  readonly criteria: readonly Weighed[];
  readonly counted: readonly CountedScore[];
  /** For how many there is a place; more than there are applications is as good as all. */
  readonly fundable: number;
  readonly seed: string;
};

export type RankingFault = 'nothing-to-rank' | 'too-many' | 'too-few-to-trim' | 'not-converged';

/** Ranks what a panel scored, on its scale from 1 to 5, by one method. */
export function rankPanel({ method, criteria, counted, ...task }: RankingTask): Outcome<Ranking, RankingFault> {
  const fundable = fundableAmong(counted, task.fundable);
  if (fundable === 0) return refused('nothing-to-rank');
  const scale = { min: SCORE_MIN, max: SCORE_MAX };
  const options = { weights: weightsOf(criteria), scale, fundable, seed: task.seed };
  const ranked = rankBy(method, criterionScores(counted), options);
  if (ranked.ok) return ranked;
  invariant(ranked.reason !== 'off-scale', 'the forms and the database keep every score on the scale');
  return refused(ranked.reason);
}

/** For how many of those that anybody could score there is a place. */
export function fundableAmong(counted: readonly CountedScore[], places: number): number {
  const scored = new Set(counted.filter(({ value }) => value !== null).map(({ applicationId }) => applicationId));
  return Math.min(places, scored.size);
}
