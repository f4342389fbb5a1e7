import { invariant } from '#app/kernel/invariant.ts';
import { add } from './add.ts';
import type { BayesianModel } from './bayesian-model.ts';
import { factor, solveLower, solveUpper } from './cholesky.ts';
import { drawDeviations, drawPanelDeviation, type Left } from './deviations.ts';
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

/** Drawing shared effects at once takes their third power; drawing them in turn, more draws that agree. */
const TOGETHER_MAX = 32;

/**
 * Draws the shared effects for given deviations, then the deviations for given shared effects, the applications being
 * integrated out of both; then all applications at once (collapsed Gibbs sampling). Nothing is drawn for given
 * applications: where they hardly differ, their deviation could hardly leave where it is.
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
  const left = new Float64Array(applications);
  const between = new Float64Array(model.groups.length);

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

  /** Takes the shared effects off all ratings: what is left of an application's sum, and how far its ratings differ. */
  function takeOffShared(): Left {
    let within = 0;
    between.fill(0);
    for (let at = 0; at < applications; at += 1) {
      const [from, to] = [start[at] as number, start[at + 1] as number];
      const ofPanel = panels > 0 ? (shared[reviewers + (panelOf[at] as number)] as number) : 0;
      let [sum, squares] = [0, 0];
      for (let rating = from; rating < to; rating += 1) {
        const rest = (value[rating] as number) - ofPanel - (shared[reviewerOf[rating] as number] as number);
        sum += rest;
        squares += rest * rest;
      }
      const ofMean = sum ** 2 / (to - from);
      within += squares - ofMean;
      add(between, model.groupOf[at] as number, ofMean);
      left[at] = sum;
    }
    return { within, between, groups: model.groups, ratings: value.length };
  }

  function drawApplications(): void {
    const weight = 1 / deviation.residual ** 2;
    const application = 1 / deviation.application ** 2;
    for (let at = 0; at < applications; at += 1) {
      const precision = application + weight * ((start[at + 1] as number) - (start[at] as number));
      const mean = (weight * (left[at] as number)) / precision;
      effectMean[at] = mean;
      effectVariance[at] = 1 / precision;
      effect[at] = mean + random.normal() / Math.sqrt(precision);
    }
  }

  return {
    effect,
    effectMean,
    effectVariance,
    shared,
    deviation,
    step() {
      prepareShared(1 / deviation.residual ** 2, 1 / deviation.application ** 2);
      if (size <= TOGETHER_MAX) drawTogether();
      else drawInTurn();
      drawDeviations(deviation, takeOffShared(), priors.sdMax, random);
      if (panels > 0)
        deviation.panel = drawPanelDeviation(deviation.panel, shared.subarray(reviewers), priors.sdMax, random);
      drawApplications();
    },
  };
}
