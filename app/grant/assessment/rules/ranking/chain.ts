import { invariant } from '#app/kernel/invariant.ts';
import type { BayesianModel } from './bayesian-model.ts';
import { factor, solveLower, solveUpper } from './cholesky.ts';
import type { RandomNumbers } from './random-numbers.ts';

/** One walk through the posterior: after each step it stands somewhere else in it. */
export type Chain = {
  /** One for each application. */
  readonly effect: Float64Array;
  /** What each was drawn from: normal, and independent of the others where everything else is known. */
  readonly effectMean: Float64Array;
  readonly effectVariance: Float64Array;
  /** Of reviewers, then of panels. */
  readonly shared: Float64Array;
  readonly deviation: { residual: number; application: number; panel: number };
  step(): void;
};

const SD_MIN = 1e-6;
/** Drawing shared effects at once takes their third power; drawing them in turn, more draws that agree. */
const TOGETHER_MAX = 32;

/**
 * Draws the shared effects for given deviations, the applications being integrated out; then all applications at once;
 * then each deviation for given effects (Gibbs sampling).
 *
 * Begins somewhere else for each stream of random numbers, so that chains which agree have forgotten where.
 */
export function chain(model: BayesianModel, random: RandomNumbers): Chain {
  const { applications, reviewers, panels, priors, value, start, reviewerOf, panelOf } = model;
  const size = reviewers + panels;
  const effect = new Float64Array(applications);
  const effectMean = new Float64Array(applications);
  const effectVariance = new Float64Array(applications);
  const shared = new Float64Array(size);
  const somewhere = () => priors.sdMax * (0.05 + 0.9 * random.uniform());
  const deviation = { residual: somewhere(), application: somewhere(), panel: somewhere() };
  const matrix = new Float64Array(size * size);
  const right = new Float64Array(size);

  /** Precision and right-hand side of the shared effects, the applications being integrated out. */
  function prepareShared(weight: number, application: number): void {
    for (let at = 0; at < matrix.length; at += 1) matrix[at] = weight * (model.met[at] as number);
    for (let at = 0; at < size; at += 1) {
      const sd = at < reviewers ? priors.severitySd : deviation.panel;
      matrix[at * size + at] = (matrix[at * size + at] as number) + 1 / sd ** 2;
      right[at] = weight * (model.metSum[at] as number);
    }
    for (const { ratings, product, sum } of model.groups) {
      const less = weight ** 2 / (application + weight * ratings);
      for (let at = 0; at < matrix.length; at += 1)
        matrix[at] = (matrix[at] as number) - less * (product[at] as number);
      for (let at = 0; at < size; at += 1) right[at] = (right[at] as number) - less * (sum[at] as number);
    }
  }

  /** All at once. */
  function drawTogether(): void {
    invariant(factor(matrix, size), 'a precision with priors in it is positive definite');
    solveLower(matrix, size, right);
    for (let at = 0; at < size; at += 1) right[at] = (right[at] as number) + random.normal();
    solveUpper(matrix, size, right);
    shared.set(right);
  }

  /** Each in turn, given the others: of so many each depends on the others but little. */
  function drawInTurn(): void {
    for (let row = 0; row < size; row += 1) {
      const at = row * size;
      let sum = right[row] as number;
      for (let column = 0; column < size; column += 1)
        sum -= (matrix[at + column] as number) * (shared[column] as number);
      const precision = matrix[at + row] as number;
      shared[row] = (shared[row] as number) + sum / precision + random.normal() / Math.sqrt(precision);
    }
  }

  function drawEffects(): void {
    const weight = 1 / deviation.residual ** 2;
    const application = 1 / deviation.application ** 2;
    prepareShared(weight, application);
    if (size <= TOGETHER_MAX) drawTogether();
    else drawInTurn();
    for (let at = 0; at < applications; at += 1) {
      const [from, to] = [start[at] as number, start[at + 1] as number];
      const ofPanel = panels > 0 ? (shared[reviewers + (panelOf[at] as number)] as number) : 0;
      let sum = ofPanel * (to - from);
      for (let rating = from; rating < to; rating += 1) sum += shared[reviewerOf[rating] as number] as number;
      const precision = application + weight * (to - from);
      const mean = (weight * ((model.sumOf[at] as number) - sum)) / precision;
      effectMean[at] = mean;
      effectVariance[at] = 1 / precision;
      effect[at] = mean + random.normal() / Math.sqrt(precision);
    }
  }

  function unexplained(): number {
    let squares = 0;
    for (let at = 0; at < applications; at += 1) {
      const usual = (effect[at] as number) + (panels > 0 ? (shared[reviewers + (panelOf[at] as number)] as number) : 0);
      const to = start[at + 1] as number;
      for (let rating = start[at] as number; rating < to; rating += 1) {
        const rest = (value[rating] as number) - usual - (shared[reviewerOf[rating] as number] as number);
        squares += rest * rest;
      }
    }
    return squares;
  }

  return {
    effect,
    effectMean,
    effectVariance,
    shared,
    deviation,
    step() {
      drawEffects();
      const { sdMax } = priors;
      const ofEffects = { count: applications, squares: squaresOf(effect, 0), prior: () => 0, max: sdMax };
      deviation.application = drawDeviation(deviation.application, ofEffects, random);
      if (panels > 0) {
        const ofPanels = { count: panels, squares: squaresOf(shared, reviewers), prior: () => 0, max: sdMax };
        deviation.panel = drawDeviation(deviation.panel, ofPanels, random);
      }
      const ofRatings = {
        count: value.length,
        squares: unexplained(),
        prior: (sd: number) => logPriorOfSum(sd, sdMax),
        max: sdMax * Math.SQRT2,
      };
      deviation.residual = drawDeviation(deviation.residual, ofRatings, random);
    },
  };
}

type Deviation = {
  readonly count: number;
  readonly squares: number;
  /** Logarithm of the prior density, but for a constant. */
  readonly prior: (sd: number) => number;
  readonly max: number;
};

/**
 * The deviation of so many normal values whose squares sum to so much, given what it was before.
 *
 * @source Neal (2003), Slice Sampling, shrinking from the whole interval
 */
function drawDeviation(before: number, { count, squares, prior, max }: Deviation, random: RandomNumbers): number {
  const density = (sd: number) => prior(sd) - count * Math.log(sd) - squares / (2 * sd * sd);
  const level = density(before) + Math.log(random.uniform());
  let [low, high] = [SD_MIN, max];
  for (;;) {
    const sd = low + (high - low) * random.uniform();
    if (density(sd) >= level) return sd;
    if (sd < before) low = sd;
    else high = sd;
  }
}

/** What √(σ² + τ²) is believed to be where σ and τ are anything up to `max` alike: an arc that leaves a square. */
function logPriorOfSum(sd: number, max: number): number {
  if (sd <= max) return Math.log(sd);
  const inside = 1 - (4 / Math.PI) * Math.acos(max / sd);
  return inside <= 0 ? -Infinity : Math.log(sd) + Math.log(inside);
}

function squaresOf(values: Float64Array, from: number): number {
  let sum = 0;
  for (let at = from; at < values.length; at += 1) sum += (values[at] as number) ** 2;
  return sum;
}
