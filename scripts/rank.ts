/**
 * Ranks the applications of a panel by the scores in a file, with the pure functions of the panel's rules.
 *
 *   npm run -s rank -- FILE.csv --method mean|trimmed|z|bayes [--line N] [--seed WORDS] [--json]
 *                               [--scale 1-6] [--weights "Criterion=0.8,Other=1"] [--panel NAME]
 *
 * FILE: one row for each score, `application,reviewer,score[,criterion]`, higher being better; `proposal,assessor,
 * num_grade` and `entry,criterion,judge,score` are read too, and a column `panel`. --line: for how many there is money.
 * --scale: the lowest and the highest score that could be given; without it 1-6, 1-9 where that does not hold all, or
 * what the file holds. --panel: only its rows. Exit 1, in words, when the file cannot be read or the model does not
 * settle.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseDecimal } from '#app/grant/assessment/rules/ranking/decimal.ts';
import { METHODS } from '#app/grant/assessment/rules/ranking/methods.ts';
import { rankBy } from '#app/grant/assessment/rules/ranking/rank-by.ts';
import { type CriterionScore, toNumber } from '#app/grant/assessment/rules/ranking/scores.ts';
import type { Fraction } from '#app/kernel/fraction.ts';
import { inJson, inWords } from './rank-answer.ts';
import { readScores, type ScoresFault } from './rank-file.ts';
import { sayPlainly } from './say.mjs';

const FAULTS: Readonly<Record<ScoresFault, string>> = {
  'no-table': 'There is no table in this file: a line of names and a line for each score.',
  'columns-missing': 'The first line has to name the columns application, reviewer and score.',
  'name-missing': 'A score has to say whose it is: application and reviewer.',
  'score-unreadable': 'A score is a number of zero or more, like 4 or 3.75.',
  'scored-twice': 'This reviewer scored the same before.',
  'two-panels': 'This application was before another panel.',
};

const REFUSALS = {
  'too-few-to-trim':
    'Trimming takes the highest and the lowest away: each application needs three scores or more of each criterion.',
  'off-scale': 'A score is outside the scale. Say which scores could be given, like --scale 1-10.',
  'nothing-to-rank': 'There is only one application.',
  'too-many': 'More than 16,384 applications cannot be ranked at once.',
  'not-converged': 'The model did not settle on these scores. Its figures would not be true, so there are none.',
} as const;

/** The scales that the model was published for, if one holds every score. */
const USUAL_SCALES = [
  { min: 1, max: 6 },
  { min: 1, max: 9 },
];

const startedAt = performance.now();
const { values, positionals } = readArguments();
const [file = ''] = positionals;
if (!existsSync(file))
  sayPlainly(`There is no file "${file}". Like this: npm run -s rank -- scores.csv --method bayes`);
const method = METHODS.find((name) => name === values.method);
if (method === undefined) sayPlainly(`There is no method "${values.method}". There are: ${METHODS.join(', ')}.`);
const read = readScores(file, values.panel ?? null);
if (!read.ok) sayPlainly(`${read.line === null ? '' : `Line ${read.line}: `}${FAULTS[read.fault]}`);
const scale = readScale(values.scale, read.scores);
const options = {
  weights: readWeights(values.weights, read.scores),
  scale,
  fundable: readLine(values.line, read.scores),
  seed: values.seed,
};
const ranking = rankBy(method, read.scores, options);
if (!ranking.ok) sayPlainly(REFUSALS[ranking.reason]);
const seconds = (performance.now() - startedAt) / 1000;
process.stdout.write(
  values.json ? `${JSON.stringify(inJson(ranking.value, options, seconds))}\n` : inWords(ranking.value, options),
);

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        method: { type: 'string', default: 'mean' },
        json: { type: 'boolean', default: false },
        line: { type: 'string' },
        seed: { type: 'string', default: 'common-pot' },
        weights: { type: 'string', default: '' },
        scale: { type: 'string' },
        panel: { type: 'string' },
      },
    });
  } catch (error) {
    return sayPlainly(error instanceof Error ? error.message : String(error));
  }
}

function readWeights(text: string, given: readonly CriterionScore[]): Map<string, Fraction> {
  const criteria = new Set(given.map(({ criterion }) => criterion));
  const parts = text.split(',').filter((part) => part.trim() !== '');
  return new Map(
    parts.map((part) => {
      const at = part.lastIndexOf('=');
      const weight = parseDecimal(part.slice(at + 1).trim());
      if (at < 1 || weight === null || weight.numerator === 0n)
        sayPlainly(`A weight looks like "Need=0.8", and this is "${part}".`);
      const criterion = part.slice(0, at).trim();
      if (!criteria.has(criterion)) sayPlainly(`Nothing was scored for "${criterion}".`);
      return [criterion, weight];
    }),
  );
}

function readScale(text: string | undefined, given: readonly CriterionScore[]): { min: number; max: number } {
  if (text === undefined) {
    const numbers = given.map(({ score }) => toNumber(score));
    const least = numbers.reduce((one, other) => Math.min(one, other));
    const most = numbers.reduce((one, other) => Math.max(one, other));
    const usual = USUAL_SCALES.find(({ min, max }) => min <= least && most <= max);
    return usual ?? { min: least, max: Math.max(most, least + 1) };
  }
  const [, min = 0, max = 0] = (/^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/.exec(text) ?? []).map(Number);
  if (!(min < max)) sayPlainly(`A scale looks like "1-5", and this is "${text}".`);
  return { min, max };
}

function readLine(text: string | undefined, given: readonly CriterionScore[]): number | null {
  if (text === undefined) return null;
  const most = new Set(given.map(({ application }) => application)).size;
  const fundable = Number(text);
  if (!Number.isInteger(fundable) || fundable < 1 || fundable > most)
    sayPlainly(`--line is a number from 1 to ${most}, and this is "${text}".`);
  return fundable;
}
