import { invariant } from '#app/kernel/invariant.ts';
import { add } from './add.ts';
import { factor, solveLower, solveUpper } from './cholesky.ts';
import { type RatingTable, startsOf } from './ratings.ts';

export type Additive = {
  /** In the order of the table: what each application would get from the reviewer in the middle. */
  readonly applications: readonly number[];
  /** What each reviewer gives more, or less, than the others do; they sum to 0. */
  readonly reviewers: readonly number[];
};

/**
 * Ordinary least squares of rating = application + reviewer.
 *
 * @returns null where some reviewers share no application with the others, however indirectly: nobody can say then
 *          which of the two groups is the harsher
 */
export function additiveModel(table: RatingTable): Additive | null {
  if (!isConnected(table)) return null;
  const { applications, reviewers, applicationOf, reviewerOf, value } = table;
  const size = reviewers.length;
  const start = startsOf(table);
  const ratingsOf = (application: number) => (start[application + 1] as number) - (start[application] as number);
  const means = new Float64Array(applications.length);
  for (const [at, application] of applicationOf.entries()) {
    add(means, application, (value[at] as number) / ratingsOf(application));
  }
  // The applications are taken out of the normal equations; the ones fix the sum of the reviewers.
  const matrix = new Float64Array(size * size).fill(1);
  const right = new Float64Array(size);
  for (const [at, application] of applicationOf.entries()) {
    const row = reviewerOf[at] as number;
    add(right, row, (value[at] as number) - (means[application] as number));
    add(matrix, row * size + row, 1);
    const to = start[application + 1] as number;
    for (let other = start[application] as number; other < to; other += 1) {
      add(matrix, row * size + (reviewerOf[other] as number), -1 / ratingsOf(application));
    }
  }
  invariant(factor(matrix, size), 'reviewers who are connected can be told apart');
  solveLower(matrix, size, right);
  solveUpper(matrix, size, right);
  const fitted = new Float64Array(applications.length);
  for (const [at, application] of applicationOf.entries()) {
    const rest = (value[at] as number) - (right[reviewerOf[at] as number] as number);
    add(fitted, application, rest / ratingsOf(application));
  }
  return { applications: [...fitted], reviewers: [...right] };
}

/**
 * Whether everybody can be compared with everybody, through applications that reviewers share.
 *
 * @param isWithinPanels  only with those of the same panel: a model that knows panels sets them side by side itself
 */
export function isConnected(table: RatingTable, isWithinPanels = false): boolean {
  const { applications, panels, applicationOf, reviewerOf, panelOf } = table;
  const leader = new Map<number, number>();
  const leaderOf = (node: number): number => {
    let at = node;
    for (let next = leader.get(at) ?? at; next !== at; next = leader.get(at) ?? at) {
      leader.set(at, leader.get(next) ?? next);
      at = next;
    }
    return at;
  };
  const seen = new Set<number>();
  let groups = 0;
  for (const [at, application] of applicationOf.entries()) {
    const panel = isWithinPanels ? (panelOf[application] as number) : 0;
    // A reviewer of two panels is somebody else in each.
    const reviewer = applications.length + (reviewerOf[at] as number) * panels.length + panel;
    for (const node of [application, reviewer]) {
      if (!seen.has(node)) groups += 1;
      seen.add(node);
    }
    const [one, other] = [leaderOf(application), leaderOf(reviewer)];
    if (one === other) continue;
    leader.set(one, other);
    groups -= 1;
  }
  return groups <= (isWithinPanels ? panels.length : 1);
}
