import { constants, createPrivateKey, sign } from 'node:crypto';
import { sha256 } from '#app/kernel/digest.ts';
import { fromHex, toHex } from '#app/kernel/hex.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { Outcome } from '#app/kernel/outcome.ts';
import { writeBallotBody } from '../rules/ballot-body.ts';
import { showBallotCode } from '../rules/ballot-code.ts';
import { leafOf } from '../rules/leaf.ts';
import { LETTER_CODE_BYTES, makeLetterCode } from '../rules/letter-code.ts';
import { LEVELS, type Level } from '../rules/level.ts';
import { PASS_LEVEL } from '../rules/pass.ts';
import { makeStockCode, STOCK_CODE_BYTES } from '../rules/stock-code.ts';
import { makeToken, showToken, TOKEN_RANDOM_BYTES, type Token } from '../rules/token.ts';
import { tokenHash } from '../rules/token-hash.ts';
import { trialManifest } from '../rules/trial-manifest.testing.ts';
import { type CastRequest, castBallot } from './cast-ballot.server.ts';
import { closePoll } from './close-poll.server.ts';
import { createPoll, type ManifestDraft } from './create-poll.server.ts';
import { freezePoll } from './freeze-poll.server.ts';
import { addTokenHashes } from './issue-tokens.server.ts';
import { type BallotBox, openBallotBox } from './open-ballot-box.server.ts';
import { openPoll } from './open-poll.server.ts';

/** Repeatable bytes that look random, so that a failing test fails the same way twice. */
export function trialRandom(seed: string): (length: number) => Uint8Array {
  let drawn = 0;
  return (length) => {
    drawn += 1;
    const bytes = new Uint8Array(length);
    for (let offset = 0; offset < length; offset += 32) {
      bytes.set(sha256(`${seed}/${drawn}/${offset}`).slice(0, length - offset), offset);
    }
    return bytes;
  };
}

/** The value of an outcome that the test needs to have gone well. */
export function mustBe<Value>(outcome: Outcome<Value, string>): Value {
  invariant(outcome.ok, `the trial poll was refused: ${outcome.ok ? '' : outcome.reason}`);
  return outcome.value;
}

export type TrialPoll = {
  readonly box: BallotBox;
  readonly pollId: string;
  readonly manifestHash: string;
  /** As printed on the sheets. */
  readonly sheets: Record<Level, string[]>;
  readonly tokens: Record<Level, Token[]>;
  readonly random: (length: number) => Uint8Array;
};

export type TrialOptions = {
  readonly file?: string;
  readonly box?: BallotBox;
  readonly draft?: Partial<ManifestDraft>;
  readonly tokensPerLevel?: number;
  /** Of everything drawn: polls with different ones share no token and no key. */
  readonly seed?: string;
};

/** When the trial polls are open. */
export const NOW = 2_000_000;

/** A draft with tokens at each of its levels. */
export function draftPoll({
  file = ':memory:',
  box = openBallotBox(file),
  draft = {},
  tokensPerLevel = 30,
  seed = 'trial',
}: TrialOptions = {}): TrialPoll {
  const random = trialRandom(seed);
  const { version: _, signingKey: __, issuingKey: ___, ...rest } = trialManifest();
  const { manifest, manifestHash } = mustBe(createPoll(box, { ...rest, ...draft }, random));
  const { pollId } = manifest;
  const tokens: Record<Level, Token[]> = { A: [], B: [], 'B-': [], C: [], D: [] };
  for (const level of manifest.levels) {
    // The tokens of passes are made by voters, and the box sees none before it is used.
    tokens[level] = Array.from({ length: tokensPerLevel }, () => makeCode(level, random));
    if (level === PASS_LEVEL) continue;
    const hashes = tokens[level].map((token) => tokenHash(pollId, token));
    mustBe(addTokenHashes(box, pollId, { level, batch: `${level}-1`, hashes }));
  }
  const shown = (level: Level) =>
    tokens[level].map((secret) => (level === PASS_LEVEL ? showToken(secret) : showBallotCode({ secret, level })));
  const sheets = Object.fromEntries(LEVELS.map((level) => [level, shown(level)]));
  return { box, pollId, manifestHash, tokens, sheets: sheets as Record<Level, string[]>, random };
}

/** As long as the code of that level is. */
function makeCode(level: Level, random: TrialPoll['random']): Token {
  if (level === 'C' || level === 'D') return makeStockCode(level, random(STOCK_CODE_BYTES));
  return level === 'B-' ? makeLetterCode(random(LETTER_CODE_BYTES)) : makeToken(random(TOKEN_RANDOM_BYTES));
}

/** A poll that takes ballots. */
export function pollInTheRoom(options: TrialOptions = {}): TrialPoll {
  const poll = draftPoll(options);
  mustBe(freezePoll(poll.box, poll.pollId, poll.tokens[PASS_LEVEL].length));
  mustBe(openPoll(poll.box, poll.pollId, NOW));
  return poll;
}

/** What the phone of the voter with this sheet sends. */
export function ballotOf(poll: TrialPoll, sheet: number, choices: readonly number[], level: Level = 'A'): CastRequest {
  const { pollId, manifestHash } = poll;
  const body = writeBallotBody({ version: 1, pollId, manifestHash, level, choices });
  const r = poll.random(16);
  const leaf = toHex(leafOf(pollId, fromHex(manifestHash, 32) ?? r, r, body));
  const request = { pollId, token: poll.sheets[level][sheet] ?? '', leaf, r: toHex(r), body };
  return level === PASS_LEVEL ? { ...request, signature: passSignature(poll, poll.tokens.B[sheet] ?? '') } : request;
}

/** What the issuing key signs, as it is once the blinding is off. */
export function passSignature({ box, pollId }: Pick<TrialPoll, 'box' | 'pollId'>, token: Token): string {
  const key = box.statements.findIssuingKey.get({ pollId });
  invariant(key, 'the trial poll has passes');
  const privateKey = createPrivateKey({ key: key.secret, format: 'der', type: 'pkcs8' });
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  return toHex(sign('sha384', tokenHash(pollId, token), { key: privateKey, padding, saltLength: 48 }));
}

/** Casts `count` ballots whose choices follow a fixed pattern, starting with sheet `first`. */
export function castMany(poll: TrialPoll, first: number, count: number, level: Level = 'A'): void {
  for (let sheet = first; sheet < first + count; sheet += 1) {
    const choices = [[1, 2], [2], [2, 3], [1, 4]][sheet % 4] ?? [];
    mustBe(castBallot(poll.box, ballotOf(poll, sheet, choices, level), NOW));
  }
}

export function closed(poll: TrialPoll): TrialPoll {
  mustBe(closePoll(poll.box, poll.pollId, NOW, poll.tokens[PASS_LEVEL].length));
  return poll;
}
