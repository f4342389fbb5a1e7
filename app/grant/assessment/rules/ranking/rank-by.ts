import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { type Additive, additiveModel } from './additive-model.ts';
import { priorsFor } from './bayesian-model.ts';
import { type BayesianRanking, bayesianRanking, type Interval, type RankingRefusal } from './bayesian-ranking.ts';
import { type NotComparable, reasonsNotToCompare } from './comparability.ts';
import { meanOf, ranksOf, spreadOf } from './figures.ts';
import { fundingLine, type LineGroup, lineOfRanks } from './funding-line.ts';
import type { Method } from './methods.ts';
import { type RatingTable, tableOf, valuesBy } from './ratings.ts';
import { type CriterionScore, ratingsOf, type Weights } from './scores.ts';
import { standardised } from './standardised.ts';
import { trimmedTotals } from './trimmed-mean.ts';

export type RankOptions = {
  readonly weights: Weights;
  /** The ends of the scale on which was scored. */
  readonly scale: { readonly min: number; readonly max: number };
  /** For how many there is money; null where nobody asks. */
  readonly fundable: number | null;
  readonly seed: string;
};

export type RankedApplication = {
  readonly application: string;
  /** Reviewers who scored it. */
  readonly count: number;
  readonly mean: number;
  /** Sample standard deviation; null for one reviewer. */
  readonly spread: number | null;
  /** What the method makes of it. */
  readonly adjusted: number;
  /** By the adjusted score, or by the expected rank where there is one; equals share the mean of their places. */
  readonly rank: number;
  readonly expectedRank: number | null;
  readonly rank50: Interval | null;
  readonly rank90: Interval | null;
  /** How probable it is that it is among those there is money for. */
  readonly probabilityAbove: number | null;
  readonly group: LineGroup | null;
};

export type RankedReviewer = {
  readonly reviewer: string;
  readonly count: number;
  readonly mean: number;
  /** How much more this reviewer gives than the others do to the same; null where nobody can tell. */
  readonly severity: number | null;
  readonly severity90: Interval | null;
};

export type Ranking = {
  readonly method: Method;
  /** Best first. */
  readonly applications: readonly RankedApplication[];
  readonly reviewers: readonly RankedReviewer[];
  /** Why the plain mean stands where another method was asked for; none where it was applied. */
  readonly notComparable: readonly NotComparable[];
  readonly convergence: BayesianRanking['convergence'] | null;
  /** Only where a middle group is left. */
  readonly toChoose: number | null;
};

/** Ranks the applications of a panel by one of four methods. */
export function rankBy(
  method: Method,
  scores: readonly CriterionScore[],
  options: RankOptions,
): Outcome<Ranking, RankingRefusal | 'too-few-to-trim' | 'off-scale'> {
  const table = tableOf(ratingsOf(scores, options.weights));
  const { fundable } = options;
  const notComparable = method === 'z' || method === 'bayes' ? reasonsNotToCompare(table, method === 'bayes') : [];
  if (notComparable.length > 0) return done(plain('mean', table, meansOf(table), fundable, notComparable));
  if (method === 'mean') return done(plain(method, table, meansOf(table), fundable, []));
  if (method === 'z') return done(plain(method, table, standardised(table), fundable, []));
  if (method === 'trimmed') {
    const totals = trimmedTotals(scores, options.weights);
    if (totals === null) return refused('too-few-to-trim');
    const adjusted = table.applications.map((name) => (totals.get(name) ?? 0) / 100);
    return done(plain(method, table, adjusted, fundable, []));
  }
  const { min, max } = options.scale;
  if (table.value.some((value) => value < min || value > max)) return refused('off-scale');
  const drawn = bayesianRanking(table, priorsFor(options.scale), options.seed);
  return drawn.ok ? done(modelled(table, drawn.value, fundable)) : drawn;
}

function meansOf({ applications, applicationOf, value }: RatingTable): number[] {
  return valuesBy(applicationOf, applications.length, value).map(meanOf);
}

function plain(
  method: Method,
  table: RatingTable,
  adjusted: number[],
  fundable: number | null,
  notComparable: readonly NotComparable[],
): Ranking {
  const ranks = ranksOf(adjusted).map((rank) => rank as number);
  const line = fundable === null ? null : lineOfRanks(ranks, fundable);
  const rows = observed(table).map((row, at) => ({
    ...row,
    adjusted: adjusted[at] as number,
    rank: ranks[at] as number,
    expectedRank: null,
    rank50: null,
    rank90: null,
    probabilityAbove: null,
    group: line?.groups[at] ?? null,
  }));
  return {
    method,
    applications: bestFirst(rows),
    reviewers: reviewersOf(table, additiveModel(table)),
    notComparable,
    convergence: null,
    toChoose: line === null || line.toChoose === 0 ? null : line.toChoose,
  };
}

function modelled(table: RatingTable, drawn: BayesianRanking, fundable: number | null): Ranking {
  const line = fundable === null ? null : fundingLine(drawn.applications, fundable);
  const ranks = ranksOf(alike(drawn.applications).map((rank) => -rank));
  const rows = observed(table).map((row, at) => {
    const { adjusted, expectedRank, rank50, rank90, probabilityAtMost } = drawn.applications[
      at
    ] as BayesianRanking['applications'][number];
    return {
      ...row,
      adjusted,
      rank: ranks[at] as number,
      expectedRank,
      rank50,
      rank90,
      probabilityAbove: fundable === null ? null : (probabilityAtMost[fundable - 1] ?? null),
      group: line?.groups[at] ?? null,
    };
  });
  return {
    method: 'bayes',
    applications: bestFirst(rows),
    reviewers: reviewersOf(table, null).map((row, at) => ({
      ...row,
      severity: drawn.reviewers[at]?.offset ?? null,
      severity90: drawn.reviewers[at]?.offset90 ?? null,
    })),
    notComparable: [],
    convergence: drawn.convergence,
    toChoose: line === null || line.toChoose === 0 ? null : line.toChoose,
  };
}

/** Expected ranks, those that simulation cannot tell apart being one. */
function alike(ranked: BayesianRanking['applications']): number[] {
  const places = ranked.map((_, at) => at).sort((one, other) => rankAt(ranked, one) - rankAt(ranked, other));
  const ranks: number[] = [];
  let first = places[0] ?? 0;
  for (const at of places) {
    const error = Math.max(ranked[first]?.expectedRankError ?? 0, ranked[at]?.expectedRankError ?? 0);
    if (rankAt(ranked, at) - rankAt(ranked, first) > error) first = at;
    ranks[at] = rankAt(ranked, first);
  }
  return ranks;
}

const rankAt = (ranked: BayesianRanking['applications'], at: number) => ranked[at]?.expectedRank ?? 0;

function observed({ applications, applicationOf, value }: RatingTable) {
  return valuesBy(applicationOf, applications.length, value).map((values, at) => ({
    application: applications[at] as string,
    count: values.length,
    mean: meanOf(values),
    spread: spreadOf(values),
  }));
}

function reviewersOf({ reviewers, reviewerOf, value }: RatingTable, additive: Additive | null): RankedReviewer[] {
  return valuesBy(reviewerOf, reviewers.length, value).map((values, at) => ({
    reviewer: reviewers[at] as string,
    count: values.length,
    mean: meanOf(values),
    severity: additive?.reviewers[at] ?? null,
    severity90: null,
  }));
}

/** Equals by name, so that the order of the rows in a file says nothing. */
function bestFirst(rows: readonly RankedApplication[]): RankedApplication[] {
  return rows.toSorted((one, other) => one.rank - other.rank || (one.application < other.application ? -1 : 1));
}
