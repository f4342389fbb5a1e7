import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { canonicalJson } from './canonical-json.ts';
import { isLevel, type Level } from './level.ts';

/** What a voter says, and nothing about the voter. */
export type BallotBody = {
  readonly version: 1;
  readonly pollId: string;
  /** Hexadecimal; ties the ballot to the exact promises the voter saw. */
  readonly manifestHash: string;
  readonly level: Level;
  /** Options by position in the manifest, from 1: rising, or best first where the poll's rule ranks. */
  readonly choices: readonly number[];
};

/** What the body is judged against. */
export type BallotRules = {
  readonly pollId: string;
  readonly manifestHash: string;
  readonly levels: readonly Level[];
  readonly optionCount: number;
  readonly maxChoices: number;
  readonly blankAllowed: boolean;
  /** Whether the order of the choices says something. */
  readonly isRanked: boolean;
};

export type BallotRefusal =
  | 'body-too-long'
  | 'body-unreadable'
  | 'body-not-canonical'
  | 'other-poll'
  | 'level-not-offered'
  | 'choice-unknown'
  | 'choices-not-rising'
  | 'choice-repeated'
  | 'too-many-choices'
  | 'blank-not-allowed';

/** Small enough for a QR code of a whole ballot, large enough for ninety choices. */
export const BALLOT_BODY_BYTES_MAX = 512;

const FIELDS = 'choices,level,manifestHash,pollId,version';

/** Writes the one spelling of a ballot that may be cast. */
export function writeBallotBody(body: BallotBody): string {
  return canonicalJson(body);
}

/** Reads a cast body and checks it under the poll's rules; the first refusal wins. A partial ballot counts. */
export function readBallotBody(text: string, rules: BallotRules): Outcome<BallotBody, BallotRefusal> {
  // Every body is plain ASCII once it is canonical, so characters are bytes here.
  if (text.length > BALLOT_BODY_BYTES_MAX) return refused('body-too-long');
  const body = parseBody(text);
  if (body === null) return refused('body-unreadable');
  if (writeBallotBody(body) !== text) return refused('body-not-canonical');
  if (body.pollId !== rules.pollId || body.manifestHash !== rules.manifestHash) return refused('other-poll');
  if (!rules.levels.includes(body.level)) return refused('level-not-offered');
  if (!body.choices.every((choice) => choice >= 1 && choice <= rules.optionCount)) return refused('choice-unknown');
  if (rules.isRanked && new Set(body.choices).size !== body.choices.length) return refused('choice-repeated');
  if (!rules.isRanked && !isRising(body.choices)) return refused('choices-not-rising');
  if (body.choices.length > rules.maxChoices) return refused('too-many-choices');
  if (body.choices.length === 0 && !rules.blankAllowed) return refused('blank-not-allowed');
  return done(body);
}

function isRising(choices: readonly number[]): boolean {
  return choices.every((choice, index) => index === 0 || choice > Number(choices[index - 1]));
}

function parseBody(text: string): BallotBody | null {
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  if (Object.keys(value).sort().join() !== FIELDS) return null;
  const { version, pollId, manifestHash, level, choices } = value as Record<keyof BallotBody, unknown>;
  if (version !== 1 || !isPlainText(pollId) || !isPlainText(manifestHash) || !isLevel(level)) return null;
  if (!Array.isArray(choices) || !choices.every(isWholeNumber)) return null;
  return { version, pollId, manifestHash, level, choices };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isPlainText(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-z]*$/.test(value);
}

function isWholeNumber(value: unknown): value is number {
  return Number.isSafeInteger(value) && !Object.is(value, -0);
}
