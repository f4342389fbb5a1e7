import { add } from './add.ts';
import { factor, logDeterminant, solveLower, solveUpper } from './cholesky.ts';
import { minimise } from './minimise.ts';
import type { RatingTable } from './ratings.ts';

export type Mixed = {
  readonly intercept: number;
  readonly variance: { readonly application: number; readonly reviewer: number; readonly residual: number };
  /** Intercept plus conditional mode, in the order of the table. */
  readonly applications: readonly number[];
  /** Conditional modes. */
  readonly reviewers: readonly number[];
};

/**
 * Linear mixed model, rating = intercept + application + reviewer + error, both random, by restricted maximum
 * likelihood: a mean that is drawn towards the middle the less is known of an application.
 *
 * @source Bates, Mächler, Bolker and Walker (2015), Fitting Linear Mixed-Effects Models Using lme4, section 3
 */
export function mixedModel(table: RatingTable): Mixed {
  const best = minimise((ratios) => fitWith(table, ratios).criterion, [1, 1], 1e-11);
  const { solution, scale, criterion: _, ratios } = fitWith(table, best);
  const [intercept, ...modes] = solution;
  const count = table.applications.length;
  const middle = intercept as number;
  return {
    intercept: middle,
    variance: { application: scale * ratios[0] ** 2, reviewer: scale * ratios[1] ** 2, residual: scale },
    applications: modes.slice(0, count).map((mode) => middle + mode * ratios[0]),
    reviewers: modes.slice(count).map((mode) => mode * ratios[1]),
  };
}

type Fit = {
  /** −2 times the restricted log-likelihood, but for a constant. */
  readonly criterion: number;
  /** The residual variance that fits best with these ratios. */
  readonly scale: number;
  readonly solution: readonly number[];
  /** Standard deviations of applications and reviewers, as multiples of the residual one. */
  readonly ratios: readonly [number, number];
};

/**
 * Solves Henderson's equations, with random effects in units of their own deviation, so that a ratio of 0 is nothing
 * special. Unknowns: intercept, applications, reviewers. The applications, of which each equation has one, go first.
 */
function fitWith(table: RatingTable, [one = 0, other = 0]: readonly number[]): Fit {
  const { applications, reviewers, applicationOf, reviewerOf, value } = table;
  const ratios = [Math.abs(one), Math.abs(other)] as const;
  const [ofApplication, ofReviewer] = ratios;
  const size = 1 + reviewers.length;
  const count = applications.length;
  const pivot = new Float64Array(count).fill(1);
  const cross = new Float64Array(count * size);
  const right = new Float64Array(count);
  const matrix = new Float64Array(size * size);
  const rest = new Float64Array(size);
  let squares = 0;
  for (let column = 1; column < size; column += 1) matrix[column * size + column] = 1;
  for (const [at, application] of applicationOf.entries()) {
    const y = value[at] as number;
    const column = 1 + (reviewerOf[at] as number);
    squares += y * y;
    add(pivot, application, ofApplication ** 2);
    add(right, application, ofApplication * y);
    add(cross, application * size, ofApplication);
    add(cross, application * size + column, ofApplication * ofReviewer);
    add(matrix, 0, 1);
    add(matrix, column * size, ofReviewer);
    add(matrix, column * size + column, ofReviewer ** 2);
    add(rest, 0, y);
    add(rest, column, ofReviewer * y);
  }
  let logarithm = 0;
  for (let application = 0; application < count; application += 1) {
    const divisor = pivot[application] as number;
    logarithm += Math.log(divisor);
    for (let row = 0; row < size; row += 1) {
      const part = (cross[application * size + row] as number) / divisor;
      if (part === 0) continue;
      add(rest, row, -part * (right[application] as number));
      for (let column = 0; column <= row; column += 1)
        add(matrix, row * size + column, -part * (cross[application * size + column] as number));
    }
  }
  if (!factor(matrix, size)) return { criterion: Infinity, scale: 0, solution: [], ratios };
  logarithm += logDeterminant(matrix, size);
  const solved = rest.slice();
  solveLower(matrix, size, solved);
  solveUpper(matrix, size, solved);
  let explained = dot(solved, rest);
  const modes = Array.from({ length: count }, (_, application) => {
    let sum = right[application] as number;
    for (let column = 0; column < size; column += 1)
      sum -= (cross[application * size + column] as number) * (solved[column] as number);
    explained += (right[application] as number) ** 2 / (pivot[application] as number);
    return sum / (pivot[application] as number);
  });
  const degrees = value.length - 1;
  const unexplained = squares - explained;
  const [intercept, ...reviewerModes] = solved;
  return {
    criterion: degrees * Math.log(unexplained) + logarithm,
    scale: unexplained / degrees,
    solution: [intercept as number, ...modes, ...reviewerModes],
    ratios,
  };
}

function dot(one: Float64Array, other: Float64Array): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] as number), 0);
}
