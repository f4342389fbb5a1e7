import type { LineGroup } from '#app/grant/assessment/rules/ranking/funding-line.ts';
import type { Ranking, RankOptions } from '#app/grant/assessment/rules/ranking/rank-by.ts';

const ABOVE_LINE: Readonly<Record<LineGroup, string>> = { above: 'accepted', reaches: 'draw', below: 'rejected' };

const WHY_NOT_COMPARED = {
  'few-applications': 'there are fewer than five applications',
  'few-ratings': 'an application has fewer than three reviewers',
  'short-reviewers': 'a reviewer scored fewer than three applications',
  apart: 'some reviewers share no application with the others',
} as const;

/**
 * The answer for a machine. `lower` and `upper`: of an application the ranks between which nine tenths of the draws are,
 * of a reviewer the same of the severity. `aboveLine`: accepted, draw (by lot or by discussion) or rejected.
 */
export function inJson(ranking: Ranking, { scale, seed, fundable }: RankOptions, seconds: number) {
  const { method, applications, reviewers, notComparable, convergence, toChoose } = ranking;
  return {
    method,
    applications: applications.map(({ application, count, rank90, rank50, group, ...row }) => ({
      id: application,
      n: count,
      mean: row.mean,
      spread: row.spread,
      adjusted: row.adjusted,
      rank: row.rank,
      expectedRank: row.expectedRank,
      lower: rank90?.from ?? null,
      upper: rank90?.to ?? null,
      halfBetween: rank50 === null ? null : [rank50.from, rank50.to],
      probabilityAboveLine: row.probabilityAbove,
      aboveLine: group === null ? null : ABOVE_LINE[group],
    })),
    reviewers: reviewers.map(({ reviewer, count, mean, severity, severity90 }) => ({
      id: reviewer,
      n: count,
      mean,
      severity,
      lower: severity90?.from ?? null,
      upper: severity90?.to ?? null,
    })),
    line: fundable,
    toDraw: toChoose ?? 0,
    notComparable,
    scale,
    seed,
    rHat: convergence?.rHat ?? null,
    effectiveSize: convergence?.effectiveSize ?? null,
    seconds,
  };
}

/** The same as tables for a person, with tabs. */
export function inWords(ranking: Ranking, { scale }: RankOptions): string {
  const { applications, reviewers, notComparable, convergence, toChoose } = ranking;
  const rows = applications.map((row) => [
    short(row.rank),
    row.application,
    String(row.count),
    short(row.mean),
    short(row.spread),
    short(row.adjusted),
    short(row.expectedRank),
    between(row.rank90),
    short(row.probabilityAbove),
    row.group === null ? '' : ABOVE_LINE[row.group],
  ]);
  const people = reviewers.map((row) => [
    row.reviewer,
    String(row.count),
    short(row.mean),
    short(row.severity),
    between(row.severity90),
  ]);
  const reasons = notComparable.map((reason) => WHY_NOT_COMPARED[reason]);
  const tables = [
    ['rank', 'application', 'reviewers', 'mean', 'spread', 'adjusted', 'expected rank', '90 %', 'above the line', ''],
    ...rows,
    [],
    ['reviewer', 'applications', 'mean', 'gives more than others', '90 %'],
    ...people,
  ];
  return [
    ...(reasons.length === 0 ? [] : [`Plain means, because ${reasons.join(', and ')}.`, '']),
    ...tables.map((cells) => cells.join('\t')),
    ...(convergence === null
      ? []
      : [
          '',
          `On a scale from ${scale.min} to ${scale.max}. R-hat ${convergence.rHat.toFixed(4)}, effective size ${Math.round(convergence.effectiveSize)}.`,
        ]),
    ...(toChoose === null ? [] : [`${toChoose} of those that reach the line are still to be chosen.`]),
    '',
  ].join('\n');
}

function short(value: number | null): string {
  return value === null ? '' : value.toFixed(2);
}

function between(interval: { readonly from: number; readonly to: number } | null): string {
  return interval === null ? '' : `${short(interval.from)} to ${short(interval.to)}`;
}
