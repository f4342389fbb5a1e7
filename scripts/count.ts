/**
 * Counts a file of ballots, with the pure functions of the public vote's rules.
 *
 *   npm run -s count -- FILE --rule RULE [--json] [--seats N] [--max-choices N] [--increment AMOUNT]
 *                               [--start share|whole] [--completion none|utilitarian]
 *
 * FILE: Pabulib `.pb`, `.blt`, PrefLib `.soi .soc .toi .toc .cat`, or the board of a vote (`.json`). --seats: otherwise what
 * the file says, or one. --max-choices: ballots that choose more are left out, for a file that does not promise how many
 * one may choose. --increment, --start and --completion are of equal shares: what everybody gets more from run to
 * run (what a board promises, or 1), whether the first share is exact or whole, and whether what is left goes by support.
 * `seconds` is the counting, without reading the file and putting identical ballots together; `left_out` stands where
 * ballots were. Exit 1, in words, when a file cannot be read or the rule does not fit it. --help says all of it.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseDecimal } from '#app/grant/assessment/rules/ranking/decimal.ts';
import { chooseUpTo, type LimitedProfile } from '#app/grant/pitch-day/rules/counting/choose-up-to.ts';
import {
  ballotsFor,
  COUNTING_RULES,
  type CountingRuleName,
  type CountOptions,
  type CountRefusal,
  countBy,
} from '#app/grant/pitch-day/rules/counting/count-by.ts';
import type { BallotKind } from '#app/grant/pitch-day/rules/counting/profile.ts';
import type { Fraction } from '#app/kernel/fraction.ts';
import { type BallotFile, UnreadableFile } from './count/ballot-file.ts';
import { inJson } from './count/count-in-json.ts';
import { inWords } from './count/count-in-words.ts';
import { readBallots } from './count/read-ballots.ts';
import { sayPlainly } from './say.mjs';

const KINDS: Readonly<Record<BallotKind, string>> = {
  'choose-one': 'choose one',
  approval: 'choose several',
  ranking: 'rank',
  points: 'give points',
};

const REFUSALS: Readonly<Record<Exclude<CountRefusal, 'other-ballots'>, string>> = {
  'no-budget': 'This rule shares out money, and the file has no budget and costs.',
  'no-ballots': 'There are no ballots in this file.',
  'one-seat-only': 'This rule fills one seat.',
  'too-many-seats': 'There are more seats than options.',
};

/** What each rule does, for somebody who knows none of the names. */
const EXPLAINED: Readonly<Record<CountingRuleName, string>> = {
  plurality: 'most votes, one on each ballot',
  approval: 'most votes, several on each ballot',
  score: 'most points, each voter giving each option some',
  points: 'most points, of a number that each voter shares out, or by place in an order',
  irv: 'instant run-off: whoever has fewest is out, until one has more than half',
  scottish_stv: 'single transferable vote, as Scottish councils are elected',
  greedy_cost: 'a budget: most votes first, while the money lasts',
  greedy_votes_per_cost: 'a budget: most votes for the money first',
  greedy_points: 'a budget: most points first',
  greedy_points_per_cost: 'a budget: most points for the money first',
  mes_cost: 'equal shares: everybody has the same money, and supporters pay together',
  mes_cost_add1: 'the same, with more money for all until the budget is used',
  mes_cost_add1_utilitarian: 'the same, and what is left goes by votes',
  mes_cost_add1e: 'as add1, but it stops as soon as nothing more could be bought with what is left',
  mes_cost_add1e_utilitarian: 'the same, and what is left goes by votes',
  mes_points: 'equal shares with points',
  mes_points_add1: 'the same, with more money for all until the budget is used',
};

const { values, positionals } = readArguments();
if (values.help) {
  process.stdout.write(usage());
  process.exit(0);
}
const [file = ''] = positionals;
if (positionals.length > 1) sayPlainly(`One file at a time, and "${positionals[1]}" is another.`);
if (!existsSync(file))
  sayPlainly(
    file === '' ? 'Name a file of ballots.' : `There is no file "${file}".`,
    'Like this: npm run -s count -- votes.pb --rule mes_cost',
    'All of it: npm run -s count -- --help',
  );
const rule = COUNTING_RULES.find((name) => name === values.rule);
if (rule === undefined) sayPlainly(`There is no rule "${values.rule ?? ''}". There are: ${COUNTING_RULES.join(', ')}.`);
const isShares = rule.startsWith('mes_');
for (const option of ['increment', 'start', 'completion'] as const)
  if (values[option] !== undefined && !isShares) sayPlainly(`--${option} is for equal shares, and this is ${rule}.`);
const ballotFile = read();
const { tieBreak, tieRule, increment } = ballotFile;
const { profile, overfull } = limited(readWhole('max-choices'));
const options: CountOptions = {
  seats: readWhole('seats'),
  increment: readIncrement(values.increment) ?? increment ?? null,
  start: oneOf('start', ['share', 'whole'], values.start) ?? 'share',
  isUtilitarian: readCompletion(values.completion),
  tieBreak,
};
const { counted, seconds } = count(rule);
process.stdout.write(
  values.json
    ? `${JSON.stringify({ ...inJson(rule, profile, counted, seconds), ...(overfull > 0 && { left_out: overfull }) })}\n`
    : inWords(rule, profile, counted, tieRule, overfull),
);

function read(): BallotFile {
  return plainly(() => readBallots(file));
}

function limited(max: number | null): LimitedProfile {
  const { profile: whole, maxChoices: promised } = ballotFile;
  if (max === null) return { profile: whole, overfull: 0 };
  if (whole.kind !== 'approval')
    return sayPlainly(`--max-choices is for ballots that ${KINDS.approval}, and these ${KINDS[whole.kind]}.`);
  if (promised !== undefined && promised !== max)
    return sayPlainly(`This file says that one may choose ${promised}, and --max-choices says ${max}.`);
  return chooseUpTo(whole, max);
}

function count(by: CountingRuleName) {
  const startedAt = performance.now();
  const outcome = plainly(() => countBy(by, profile, options));
  if (outcome.ok) return { counted: outcome.value, seconds: (performance.now() - startedAt) / 1000 };
  if (outcome.reason !== 'other-ballots') return sayPlainly(REFUSALS[outcome.reason]);
  const wanted = ballotsFor(by).map((kind) => KINDS[kind]);
  return sayPlainly(`${by} is for ballots that ${wanted.join(' or ')}. These ${KINDS[profile.kind]}.`);
}

function plainly<Value>(work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    if (error instanceof UnreadableFile) return sayPlainly(error.message);
    throw error;
  }
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        rule: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
        json: { type: 'boolean', default: false },
        seats: { type: 'string' },
        'max-choices': { type: 'string' },
        increment: { type: 'string' },
        start: { type: 'string' },
        completion: { type: 'string' },
      },
    });
  } catch (error) {
    return sayPlainly(error instanceof Error ? error.message : String(error));
  }
}

function usage(): string {
  const width = Math.max(...COUNTING_RULES.map((name) => name.length));
  return [
    'Counts a file of ballots, and says why each winner wins.',
    '',
    '  npm run -s count -- FILE --rule RULE [options]',
    '',
    'FILE   Pabulib .pb, .blt, PrefLib .soi .soc .toi .toc .cat, or the board of a vote (.json)',
    '',
    'RULE',
    ...COUNTING_RULES.map((name) => `  ${name.padEnd(width)}  ${EXPLAINED[name]}`),
    '',
    'OPTIONS',
    '  --json                 for a machine',
    '  --seats N              how many win; otherwise what the file says, or one',
    '  --max-choices N        leaves out ballots that choose more than N',
    '  --increment AMOUNT     equal shares: what everybody gets more from run to run',
    '  --start share|whole    equal shares: whether the first share is exact or whole',
    '  --completion none|utilitarian   equal shares: whether what is left goes by support',
    '',
    'Exit 0 when it was counted, 1 when the file cannot be read or the rule does not fit it.',
    'Example: npm run -s count -- test/data/votes/three-streets.pb --rule mes_cost_add1',
    '',
  ].join('\n');
}

function readWhole(option: 'seats' | 'max-choices'): number | null {
  const text = values[option];
  if (text === undefined) return null;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    return sayPlainly(`--${option} is a number of one or more, and this is "${text}".`);
  return number;
}

function readIncrement(text: string | undefined): Fraction | null {
  if (text === undefined) return null;
  const increment = parseDecimal(text);
  if (increment === null || increment.numerator === 0n)
    return sayPlainly(`--increment is an amount above zero, like 1 or 0.5, and this is "${text}".`);
  return increment;
}

function readCompletion(text: string | undefined): boolean | null {
  const completion = oneOf('completion', ['none', 'utilitarian'], text);
  return completion === null ? null : completion === 'utilitarian';
}

function oneOf<const Name extends string>(
  option: string,
  names: readonly Name[],
  given: string | undefined,
): Name | null {
  if (given === undefined) return null;
  const found = names.find((name) => name === given);
  return found ?? sayPlainly(`--${option} is ${names.join(' or ')}, and this is "${given}".`);
}
