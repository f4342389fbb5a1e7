import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { bayesianModel, type Priors } from './bayesian-model.ts';
import { chain } from './chain.ts';
import { convergenceOf } from './convergence.ts';
import { meanOf, quantileOf } from './figures.ts';
import { randomNumbers } from './random-numbers.ts';
import { CALCULATED_MAX, type Draws, drawRanks, joined, RANKED_MAX, together } from './rank-draws.ts';
import type { RatingTable } from './ratings.ts';

/** Bounds of an interval, from the worse or lower end. */
export type Interval = { readonly from: number; readonly to: number };

export type Ranked = {
  readonly application: string;
  /** Posterior mean, in the units of the ratings: overall mean plus the application's effect. */
  readonly adjusted: number;
  /** Posterior mean of the rank, 1 being best. */
  readonly expectedRank: number;
  /** What the expected rank may be off by for being simulated: one standard error. */
  readonly expectedRankError: number;
  /** Half of the draws are between. */
  readonly rank50: Interval;
  readonly rankMedian: number;
  /** Nine tenths of the draws are between. */
  readonly rank90: Interval;
  /** How probable each rank is or a better one, at [rank − 1]. */
  readonly probabilityAtMost: Float64Array;
};

export type Severity = {
  readonly reviewer: string;
  /** How much higher this reviewer's ratings are than the others': posterior mean. */
  readonly offset: number;
  readonly offset90: Interval;
};

export type BayesianRanking = {
  /** In the order of the table. */
  readonly applications: readonly Ranked[];
  readonly reviewers: readonly Severity[];
  readonly overall: number;
  readonly residualSd: number;
  readonly applicationSd: number;
  readonly convergence: {
    /** The worst of all quantities. */
    readonly rHat: number;
    readonly effectiveSize: number;
    readonly chains: number;
    /** Of each chain, after those that warmed it up. */
    readonly draws: number;
  };
};

export type RankingRefusal = 'nothing-to-rank' | 'too-many' | 'not-converged';

const CHAINS = 4;
const DRAWS_FIRST = 1_000;
/** Draws of a chain at which we stop trying: what has not settled by then never will. */
const DRAWS_MAX = 64_000;
const R_HAT_MAX = 1.01;
/** Chains that differ by more have not yet forgotten where they began. */
const R_HAT_WARM = 1.05;
const EFFECTIVE_SIZE_MIN = 400;

/**
 * Ranks by the Bayesian hierarchical model: harsh and lenient reviewers are made comparable, and what is not known
 * stays visible. Four chains walk until they agree and the expected ranks are exact enough: up to a hundred
 * applications to a 1,500th of their number, beyond that to a 500th (one standard error).
 *
 * @param seed  the same seed draws the same
 * @returns     `not-converged` rather than figures that another seed would contradict
 */
export function bayesianRanking(
  table: RatingTable,
  priors: Priors,
  seed: string,
): Outcome<BayesianRanking, RankingRefusal> {
  const count = table.applications.length;
  if (count < 2) return refused('nothing-to-rank');
  if (count > RANKED_MAX) return refused('too-many');
  const model = bayesianModel(table, priors);
  const chains = Array.from({ length: CHAINS }, (_, at) => chain(model, randomNumbers(`${seed}/${at}`)));
  const errorMax = count <= CALCULATED_MAX ? Math.max(0.01, count / 1_500) : count / 500;
  const walk = (length: number) => chains.map((one) => drawRanks(one, model.reviewers, length, REACH * priors.sdMax));
  // Where a chain begins says nothing about the ranks, so nobody ranks there.
  for (const one of chains) for (let step = 0; step < DRAWS_FIRST; step += 1) one.step();
  let draws = walk(DRAWS_FIRST);
  for (;;) {
    const length = draws[0]?.count ?? 0;
    const judged = judge(draws, count, model.reviewers);
    if (judged.rHat <= R_HAT_MAX && judged.effectiveSize >= EFFECTIVE_SIZE_MIN && judged.error <= errorMax) {
      return done(posterior(table, model.overall, draws, judged));
    }
    if (length >= DRAWS_MAX) return refused('not-converged');
    if (judged.rHat > R_HAT_WARM) {
      draws = walk(2 * length);
    } else {
      const more = walk(Math.ceil(length / 2));
      draws = draws.map((one, at) => joined(one, more[at] as Draws));
    }
  }
}

/** No effect is further from the middle than so many of the largest deviations. */
const REACH = 8;

type Judged = {
  readonly rHat: number;
  readonly effectiveSize: number;
  /** Of each expected rank: one standard error, and the largest. */
  readonly errors: readonly number[];
  readonly error: number;
};

function judge(draws: readonly Draws[], applications: number, reviewers: number): Judged {
  const of = (count: number, take: (one: Draws) => Uint16Array | Float64Array) =>
    Array.from({ length: count }, (_, at) =>
      convergenceOf(draws.map((one) => take(one).subarray(at * one.count, (at + 1) * one.count))),
    );
  const ranks = of(applications, ({ ranks }) => ranks);
  const others = [
    ...of(reviewers, ({ severity }) => severity),
    ...of(1, ({ residual }) => residual),
    ...of(1, ({ application }) => application),
  ];
  const all = [...ranks, ...others];
  const errors = of(applications, ({ expected }) => expected).map(
    ({ spread, effectiveSize }) => spread / Math.sqrt(effectiveSize),
  );
  return {
    rHat: all.reduce((worst, { rHat }) => Math.max(worst, rHat), 1),
    effectiveSize: all.reduce((worst, { effectiveSize }) => Math.min(worst, effectiveSize), Infinity),
    errors,
    error: Math.max(...errors),
  };
}

function posterior(table: RatingTable, overall: number, draws: readonly Draws[], judged: Judged): BayesianRanking {
  return {
    applications: table.applications.map((application, at) => ({
      application,
      expectedRankError: judged.errors[at] as number,
      ...rankedFrom(draws, overall, at, table.applications.length),
    })),
    reviewers: table.reviewers.map((reviewer, at) => severityFrom(reviewer, draws, at)),
    overall,
    residualSd: meanOf(together(draws.map(({ residual }) => residual))),
    applicationSd: meanOf(together(draws.map(({ application }) => application))),
    convergence: {
      rHat: judged.rHat,
      effectiveSize: judged.effectiveSize,
      chains: CHAINS,
      draws: draws[0]?.count ?? 0,
    },
  };
}

function rankedFrom(draws: readonly Draws[], overall: number, at: number, applications: number) {
  const ranks = together(draws.map((one) => one.ranks.subarray(at * one.count, (at + 1) * one.count))).sort();
  const effect = draws.reduce((sum, one) => sum + (one.effectSum[at] as number), 0) / ranks.length;
  const probabilityAtMost = new Float64Array(applications);
  // Ascending: the last draw that had a rank says how many had it or a better one.
  for (const [place, rank] of ranks.entries()) probabilityAtMost[rank - 1] = (place + 1) / ranks.length;
  for (let rank = 1; rank < applications; rank += 1) probabilityAtMost[rank] ||= probabilityAtMost[rank - 1] as number;
  return {
    adjusted: overall + effect,
    expectedRank: meanOf(together(draws.map(({ expected, count }) => expected.subarray(at * count, (at + 1) * count)))),
    rank50: { from: quantileOf(ranks, 0.25), to: quantileOf(ranks, 0.75) },
    rankMedian: quantileOf(ranks, 0.5),
    rank90: { from: quantileOf(ranks, 0.05), to: quantileOf(ranks, 0.95) },
    probabilityAtMost,
  };
}

function severityFrom(reviewer: string, draws: readonly Draws[], at: number): Severity {
  const offsets = together(draws.map((one) => one.severity.subarray(at * one.count, (at + 1) * one.count))).sort();
  return {
    reviewer,
    offset: meanOf(offsets),
    offset90: { from: quantileOf(offsets, 0.05), to: quantileOf(offsets, 0.95) },
  };
}
