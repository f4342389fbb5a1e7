/** How far draws can be trusted. */
export type Convergence = {
  /** Variance between halves of chains against that within them: 1 when all tell the same. */
  readonly rHat: number;
  /** How many independent draws would say as much. */
  readonly effectiveSize: number;
  /** Standard deviation over all draws. */
  readonly spread: number;
};

/**
 * Judges the draws of one quantity.
 *
 * @param chains  each as long as the others, at least four draws
 * @source        Gelman et al., Bayesian Data Analysis, third edition, 11.4 and 11.5 (split R̂; effective sample size);
 *                the sum of autocorrelations ends at the first pair below zero (Geyer 1992)
 */
export function convergenceOf(chains: readonly ArrayLike<number>[]): Convergence {
  const halves = chains.flatMap(halve);
  const length = halves[0]?.length ?? 0;
  const means = halves.map((draws) => draws.reduce((sum, draw) => sum + draw, 0) / length);
  const centred = halves.map((draws, at) => draws.map((draw) => draw - (means[at] as number)));
  const overall = means.reduce((sum, mean) => sum + mean, 0) / means.length;
  const between = (length * means.reduce((sum, mean) => sum + (mean - overall) ** 2, 0)) / (means.length - 1);
  const within = centred.reduce((sum, draws) => sum + squares(draws) / (length - 1), 0) / halves.length;
  const draws = length * halves.length;
  // A rank that never changes is known.
  if (within === 0) return { rHat: between === 0 ? 1 : Infinity, effectiveSize: between === 0 ? draws : 0, spread: 0 };
  const variance = ((length - 1) * within + between) / length;
  const correlation = (lag: number) => {
    const shared = centred.reduce((sum, half) => sum + lagged(half, lag), 0) / (halves.length * length);
    return 1 - (within - shared) / variance;
  };
  let sum = 1;
  for (let lag = 1; lag + 1 < length; lag += 2) {
    const pair = correlation(lag) + correlation(lag + 1);
    if (pair < 0) break;
    sum += 2 * pair;
  }
  return {
    rHat: Math.sqrt(variance / within),
    effectiveSize: Math.min(draws, draws / sum),
    spread: Math.sqrt(variance),
  };
}

function halve(draws: ArrayLike<number>): Float64Array[] {
  const half = Math.floor(draws.length / 2);
  const all = Float64Array.from(draws);
  return [all.subarray(0, half), all.subarray(half, 2 * half)];
}

function squares(values: Float64Array): number {
  return lagged(values, 0);
}

function lagged(values: Float64Array, lag: number): number {
  let sum = 0;
  for (let at = lag; at < values.length; at += 1) sum += (values[at] as number) * (values[at - lag] as number);
  return sum;
}
