import { invariant } from '#app/kernel/invariant.ts';
import { meanOf, spreadOf } from './figures.ts';
import { type RatingTable, valuesBy } from './ratings.ts';

/**
 * Each application's mean distance from what its reviewers usually give, added to the mean of all ratings.
 *
 * @returns in the order of the table's applications
 */
export function meanCentred(table: RatingTable): number[] {
  const usual = ofReviewers(table).map(meanOf);
  const overall = meanOf(table.value);
  return meanOverReviewers(table, (value, reviewer) => value - (usual[reviewer] as number)).map(
    (distance) => distance + overall,
  );
}

/**
 * The same in units of the reviewer's own spread: what no shift and no scale of one reviewer's ratings can change.
 * Someone who gave the same to all said nothing that compares: theirs count as "as usual", 0.
 */
export function standardised(table: RatingTable): number[] {
  const reviewers = ofReviewers(table).map((values) => ({ mean: meanOf(values), spread: spreadOfAll(values) }));
  return meanOverReviewers(table, (value, reviewer) => {
    const usual = reviewers[reviewer];
    invariant(usual !== undefined, 'each rating has its reviewer');
    return usual.spread === 0 ? 0 : (value - usual.mean) / usual.spread;
  });
}

/** 0 where all are equal: the mean of equals can be off by a last digit, and that digit would be taken for a spread. */
function spreadOfAll(values: readonly number[]): number {
  return values.every((value) => value === values[0]) ? 0 : (spreadOf(values) ?? 0);
}

/** The values of each reviewer. */
function ofReviewers({ reviewers, reviewerOf, value }: RatingTable): number[][] {
  return valuesBy(reviewerOf, reviewers.length, value);
}

function meanOverReviewers(table: RatingTable, measure: (value: number, reviewer: number) => number): number[] {
  const measured = table.value.map((value, at) => measure(value, table.reviewerOf[at] as number));
  return valuesBy(table.applicationOf, table.applications.length, measured).map(meanOf);
}
