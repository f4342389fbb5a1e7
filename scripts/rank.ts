/**
 * Ranks the applications of a panel by the scores in a file, with the functions that the screens use.
 *
 *   npm run -s rank -- FILE.csv --method mean|trimmed|z|bayes [--json] [--fund N] [--seed WORDS]
 *                               [--weights "Criterion=0.8,Other=1"] [--scale 1-6] [--panel NAME]
 *
 * FILE: one row for each score, `application,reviewer,score[,criterion]`, higher being better; `proposal,assessor,
 * num_grade` and `entry,criterion,judge,score` are read too, and a column `panel`. --fund: for how many there is money.
 * --scale: the lowest and the highest score that could be given; the file's own without it. Exit 1, in words, when the
 * file cannot be read or the model does not settle.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseDecimal } from '#app/grant/assessment/rules/ranking/decimal.ts';
import { METHODS, type Ranking, rankBy } from '#app/grant/assessment/rules/ranking/rank-by.ts';
import { type CriterionScore, toNumber } from '#app/grant/assessment/rules/ranking/scores.ts';
import type { Fraction } from '#app/kernel/fraction.ts';
import { readScores } from './rank-file.ts';
import { sayPlainly } from './say.mjs';

const REFUSALS = {
  'no-table': 'There is no table in this file: a line of names and a line for each score.',
  'columns-missing': 'The first line has to name the columns application, reviewer and score.',
  'score-unreadable': 'A score is no number of zero or more, like 4 or 3.75.',
  'scored-twice': 'A reviewer scored the same twice.',
  'two-panels': 'An application is before two panels.',
  'too-few-to-trim': 'Trimming takes the highest and the lowest away: each application needs three scores or more.',
  'nothing-to-rank': 'There is only one application.',
  'too-many': 'More than 16,384 applications cannot be ranked at once.',
  'not-converged': 'The model did not settle on these scores. Its figures would not be true, so there are none.',
} as const;

const WHY_NOT_COMPARED = {
  'few-applications': 'there are fewer than five applications',
  'few-ratings': 'an application has fewer than three reviewers',
  'short-reviewers': 'a reviewer scored fewer than three applications',
  apart: 'some reviewers share no application with the others',
} as const;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    method: { type: 'string', default: 'mean' },
    json: { type: 'boolean', default: false },
    fund: { type: 'string' },
    seed: { type: 'string', default: 'common-pot' },
    weights: { type: 'string', default: '' },
    scale: { type: 'string' },
    panel: { type: 'string' },
  },
});
const [file = ''] = positionals;
if (!existsSync(file))
  sayPlainly(`There is no file "${file}". Like this: npm run -s rank -- scores.csv --method bayes`);
const method = METHODS.find((name) => name === values.method);
if (method === undefined) sayPlainly(`There is no method "${values.method}". There are: ${METHODS.join(', ')}.`);
const scores = readScores(file, values.panel ?? null);
if (!scores.ok) sayPlainly(REFUSALS[scores.reason]);
const ranking = rankBy(method, scores.value, {
  weights: readWeights(values.weights),
  scale: readScale(values.scale, scores.value),
  fundable: readFund(values.fund, scores.value),
  seed: values.seed,
});
if (!ranking.ok) sayPlainly(REFUSALS[ranking.reason]);
process.stdout.write(values.json ? `${JSON.stringify(ranking.value, null, 2)}\n` : inWords(ranking.value));

function readWeights(text: string): Map<string, Fraction> {
  const parts = text.split(',').filter((part) => part.trim() !== '');
  return new Map(
    parts.map((part) => {
      const at = part.lastIndexOf('=');
      const weight = parseDecimal(part.slice(at + 1).trim());
      if (at < 1 || weight === null || weight.numerator === 0n)
        sayPlainly(`A weight looks like "Need=0.8", and this is "${part}".`);
      return [part.slice(0, at).trim(), weight];
    }),
  );
}

function readScale(text: string | undefined, given: readonly CriterionScore[]): { min: number; max: number } {
  if (text === undefined) {
    const numbers = given.map(({ score }) => toNumber(score));
    const [min, max] = [
      numbers.reduce((one, other) => Math.min(one, other)),
      numbers.reduce((one, other) => Math.max(one, other)),
    ];
    return min < max ? { min, max } : { min, max: min + 1 };
  }
  const [, min = 0, max = 0] = (/^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/.exec(text) ?? []).map(Number);
  if (!(min < max)) sayPlainly(`A scale looks like "1-5", and this is "${text}".`);
  return { min, max };
}

function readFund(text: string | undefined, given: readonly CriterionScore[]): number | null {
  if (text === undefined) return null;
  const most = new Set(given.map(({ application }) => application)).size;
  const fundable = Number(text);
  if (!Number.isInteger(fundable) || fundable < 1 || fundable > most)
    sayPlainly(`--fund is a number from 1 to ${most}, and this is "${text}".`);
  return fundable;
}

function inWords({ applications, reviewers, notComparable, convergence, toChoose }: Ranking): string {
  const short = (value: number | null) => (value === null ? '' : value.toFixed(2));
  const between = (interval: { from: number; to: number } | null) =>
    interval === null ? '' : `${short(interval.from)} to ${short(interval.to)}`;
  const rows = applications.map((row) =>
    [
      short(row.rank),
      row.application,
      row.count,
      short(row.mean),
      short(row.spread),
      short(row.adjusted),
      short(row.expectedRank),
      between(row.rank90),
      short(row.probabilityAbove),
      row.group ?? '',
    ].join('\t'),
  );
  const people = reviewers.map((row) =>
    [row.reviewer, row.count, short(row.mean), short(row.severity), between(row.severity90)].join('\t'),
  );
  return [
    ...(notComparable.length === 0
      ? []
      : [`Plain means, because ${notComparable.map((reason) => WHY_NOT_COMPARED[reason]).join(', and ')}.`, '']),
    'rank\tapplication\treviewers\tmean\tspread\tadjusted\texpected rank\t90 %\tabove the line\tgroup',
    ...rows,
    '',
    'reviewer\tapplications\tmean\tgives more than others\t90 %',
    ...people,
    ...(convergence === null
      ? []
      : ['', `R-hat ${convergence.rHat.toFixed(4)}, effective size ${Math.round(convergence.effectiveSize)}`]),
    ...(toChoose === null ? [] : [`${toChoose} of those that reach the line are still to be chosen.`]),
    '',
  ].join('\n');
}
