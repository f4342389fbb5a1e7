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
 * ballots were. Exit 1, in words, when a file cannot be read or the rule does not fit it.
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

const { values, positionals } = readArguments();
const [file = ''] = positionals;
if (positionals.length > 1) sayPlainly(`One file at a time, and "${positionals[1]}" is another.`);
if (!existsSync(file))
  sayPlainly(`There is no file "${file}". Like this: npm run -s count -- votes.pb --rule mes_cost`);
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
