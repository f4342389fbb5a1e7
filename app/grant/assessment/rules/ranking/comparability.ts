import { isConnected } from './additive-model.ts';
import type { RatingTable } from './ratings.ts';

/** What stands between a panel's scores and anything better than their plain mean. */
export type NotComparable =
  /** Too few applications for a rank to mean much. */
  | 'few-applications'
  /** One or two people alone decided about an application. */
  | 'few-ratings'
  /** Somebody scored so little that nobody can say how harsh they are. */
  | 'short-reviewers'
  /** Some reviewers share no application with the others. */
  | 'apart';

export const APPLICATIONS_MIN = 5;
export const RATINGS_MIN = 3;
export const RATED_MIN = 3;

/**
 * Whether reviewers overlap enough to be compared with each other. A model always returns figures; with fewer data
 * than this they would say more about its assumptions than about the applications.
 *
 * @param isWithinPanels  whether it is enough that the members of each panel can be compared
 * @returns every reason why not; none when they can be compared
 */
export function reasonsNotToCompare(table: RatingTable, isWithinPanels: boolean): NotComparable[] {
  const ratings = countsOf(table.applicationOf, table.applications.length);
  const rated = countsOf(table.reviewerOf, table.reviewers.length);
  const reasons: [NotComparable, boolean][] = [
    ['few-applications', table.applications.length < APPLICATIONS_MIN],
    ['few-ratings', ratings.some((count) => count < RATINGS_MIN)],
    ['short-reviewers', rated.some((count) => count < RATED_MIN)],
    ['apart', !isConnected(table, isWithinPanels)],
  ];
  return reasons.filter(([, holds]) => holds).map(([reason]) => reason);
}

function countsOf(owners: Int32Array, count: number): number[] {
  const counts = new Array<number>(count).fill(0);
  for (const owner of owners) counts[owner] = (counts[owner] ?? 0) + 1;
  return counts;
}
