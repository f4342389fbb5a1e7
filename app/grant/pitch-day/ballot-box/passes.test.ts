import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '#app/kernel/hex.ts';
import { blind, unblind } from '#app/ui/scripts/blinding.ts';
import { ISSUING_KEY_BYTES } from '../rules/pass.ts';
import { makeToken } from '../rules/token.ts';
import { tokenHash } from '../rules/token-hash.ts';
import { bytesOf, inverse, numberOf } from '../rules/whole-numbers.ts';
import { boardOf } from './board.server.ts';
import { castBallot } from './cast-ballot.server.ts';
import { closePoll } from './close-poll.server.ts';
import { freezePoll } from './freeze-poll.server.ts';
import { isPassOf, issuingPublicKey, signBlinded } from './issuing.server.ts';
import { termsOf } from './poll-terms.server.ts';
import { revealPoll } from './reveal-poll.server.ts';
import {
  ballotOf,
  castMany,
  closed,
  draftPoll,
  mustBe,
  NOW,
  passSignature,
  pollInTheRoom,
  type TrialOptions,
} from './trial-poll.testing.ts';
import { turnoutOf } from './turnout.server.ts';

const REMOTE = { draft: { levels: ['A', 'B'], countedLevels: ['A', 'B'] } } satisfies TrialOptions;

function issuerOf({ box, pollId }: ReturnType<typeof draftPoll>) {
  const secret = box.statements.findIssuingKey.get({ pollId })?.secret ?? Buffer.of();
  const modulus = fromHex(termsOf(box, pollId)?.manifest.issuingKey ?? '', ISSUING_KEY_BYTES) ?? new Uint8Array();
  return { secret, modulus, key: issuingPublicKey(toHex(modulus)) };
}

describe('signing what cannot be read', () => {
  const poll = draftPoll(REMOTE);
  const { secret, modulus, key } = issuerOf(poll);
  const token = () => tokenHash(poll.pollId, makeToken(randomBytes(13)));

  it('gives a signature that anyone can verify, once the voter takes the blinding off', async () => {
    const hash = token();
    const { blinded, unblinding } = await blind(modulus, hash);
    const signed = signBlinded(secret, blinded);
    const signature = await unblind(modulus, hash, signed ?? Buffer.of(), unblinding);
    expect(signature).not.toBeNull();
    expect(isPassOf(key, hash, signature ?? Buffer.of())).toBe(true);
    expect(isPassOf(key, token(), signature ?? Buffer.of())).toBe(false);
  });

  it('answers the same bytes with the same bytes, so that a lost answer can be asked for again', async () => {
    const { blinded } = await blind(modulus, token());
    expect(signBlinded(secret, blinded)).toEqual(signBlinded(secret, blinded));
  });

  it('sees nothing of the token: whatever was signed fits every pass equally well', async () => {
    const tokens = [token(), token(), token()];
    const asked = await Promise.all(tokens.map((hash) => blind(modulus, hash)));
    const signed = asked.map(({ blinded }) => signBlinded(secret, blinded) ?? Buffer.of());
    const n = numberOf(modulus);
    for (const [place, hash] of tokens.entries()) {
      const pass = await unblind(modulus, hash, signed[place] ?? Buffer.of(), asked[place]?.unblinding ?? Buffer.of());
      for (const seen of signed) {
        // Exactly one blinding leads from what was signed to this pass, and each was equally likely to be drawn.
        const back = (numberOf(pass ?? Buffer.of()) * (inverse(numberOf(seen), n) ?? 0n)) % n;
        expect(await unblind(modulus, hash, seen, bytesOf(back, modulus.length))).toEqual(pass);
      }
    }
    const again = await blind(modulus, tokens[0] ?? Buffer.of());
    expect(toHex(again.blinded)).not.toBe(toHex(asked[0]?.blinded ?? Buffer.of()));
  });

  it('refuses what is no number below the modulus, and a signature that is not of the key', async () => {
    expect(signBlinded(secret, Buffer.alloc(ISSUING_KEY_BYTES, 0xff))).toBeNull();
    expect(signBlinded(secret, modulus)).toBeNull();
    expect(signBlinded(secret, Buffer.alloc(ISSUING_KEY_BYTES - 1))).toBeNull();
    const { unblinding } = await blind(modulus, token());
    expect(await unblind(modulus, token(), randomBytes(ISSUING_KEY_BYTES), unblinding)).toBeNull();
    expect(await unblind(modulus, token(), randomBytes(3), unblinding)).toBeNull();
    expect(isPassOf(key, token(), new Uint8Array(ISSUING_KEY_BYTES))).toBe(false);
    expect(isPassOf(key, token(), new Uint8Array())).toBe(false);
  });
});

describe('voting with a pass', () => {
  it('takes one ballot for it, and gives the same receipt again', () => {
    const poll = pollInTheRoom(REMOTE);
    const request = ballotOf(poll, 0, [2], 'B');
    const receipt = castBallot(poll.box, request, NOW);
    expect(receipt.ok).toBe(true);
    expect(castBallot(poll.box, request, NOW)).toEqual(receipt);
    expect(castBallot(poll.box, ballotOf(poll, 0, [3], 'B'), NOW)).toEqual({ ok: false, reason: 'already-used' });
    expect(turnoutOf(poll.box, poll.pollId)).toEqual({ cast: 1, issued: 60 });
    closed(poll);
    expect(castBallot(poll.box, request, NOW)).toEqual(receipt);
  });

  it('refuses a forged, a moved and a missing signature, and one in a poll that has no passes', () => {
    const poll = pollInTheRoom(REMOTE);
    const request = ballotOf(poll, 0, [2], 'B');
    const ofAnother = ballotOf(poll, 1, [2], 'B').signature;
    const flipped = `${request.signature?.startsWith('0') ? '1' : '0'}${request.signature?.slice(1)}`;
    for (const signature of [ofAnother, flipped, '0'.repeat(512), 'f'.repeat(512), 'x'])
      expect(castBallot(poll.box, { ...request, signature }, NOW)).toEqual({ ok: false, reason: 'bad-pass' });
    const { signature: _, ...bare } = request;
    expect(castBallot(poll.box, bare, NOW)).toEqual({ ok: false, reason: 'unknown-token' });
    expect(castBallot(poll.box, { ...request, token: 'x' }, NOW)).toEqual({ ok: false, reason: 'unknown-token' });
    const room = pollInTheRoom();
    const sheet = { ...ballotOf(room, 0, [1]), signature: '0'.repeat(512) };
    expect(castBallot(room.box, sheet, NOW)).toEqual({ ok: false, reason: 'bad-pass' });
    expect(turnoutOf(poll.box, poll.pollId).cast).toBe(0);
  });

  it('refuses a ballot that claims another level than its pass', () => {
    const poll = pollInTheRoom(REMOTE);
    const { signature } = ballotOf(poll, 0, [2], 'B');
    const claims = { ...ballotOf(poll, 0, [2]), token: poll.sheets.B[0] ?? '', signature };
    expect(castBallot(poll.box, claims, NOW)).toEqual({ ok: false, reason: 'bad-ballot' });
  });

  it('lets a sheet vote once, even where its own code was signed as a pass', () => {
    const poll = pollInTheRoom(REMOTE);
    const signature = passSignature(poll, poll.tokens.A[0] ?? '');
    const twice = { ...ballotOf(poll, 0, [2], 'B'), token: poll.sheets.A[0] ?? '', signature };
    expect(castBallot(poll.box, twice, NOW)).toEqual({ ok: false, reason: 'unknown-token' });
    expect(castBallot(poll.box, ballotOf(poll, 0, [2]), NOW).ok).toBe(true);
  });

  it('is not offered to fewer than ten people on the roll', () => {
    const draft = draftPoll(REMOTE);
    expect(freezePoll(draft.box, draft.pollId)).toEqual({ ok: false, reason: 'roll-too-short' });
    expect(freezePoll(draft.box, draft.pollId, 9)).toEqual({ ok: false, reason: 'roll-too-short' });
    expect(freezePoll(draft.box, draft.pollId, 10).ok).toBe(true);
  });

  it('adds up with the sheets, and is shown on the board with its signature', () => {
    const poll = pollInTheRoom(REMOTE);
    castMany(poll, 0, 12);
    castMany(poll, 0, 10, 'B');
    expect(() => closePoll(poll.box, poll.pollId, NOW, 9)).toThrow('more passes were used than were issued');
    expect(() => closePoll(poll.box, poll.pollId, NOW, 31)).toThrow('more passes than people on the roll');
    mustBe(closePoll(poll.box, poll.pollId, NOW, 14));
    mustBe(revealPoll(poll.box, poll.pollId, NOW + 60_000));
    const board = mustBe(boardOf(poll.box, poll.pollId));
    expect(board.roll).toMatchObject({ size: 30, passes: { issued: 14 } });
    expect(board.issued.map(({ level }) => level)).toEqual(['A']);
    expect(board.revealed?.passes).toHaveLength(10);
    expect(board.revealed?.spentTokens).toHaveLength(22);
    expect(board.revealed?.result.counted.ballots).toBe(22);
    const { key } = issuerOf(poll);
    for (const { hash, signature } of board.revealed?.passes ?? [])
      expect(isPassOf(key, fromHex(hash, 32) ?? Buffer.of(), Buffer.from(signature, 'hex'))).toBe(true);
    expect(JSON.stringify(board)).not.toContain(toHex(issuerOf(poll).secret));
  });
});

describe('attacking passes with plain SQL', () => {
  const voted = () => {
    const poll = pollInTheRoom(REMOTE);
    castMany(poll, 0, 3, 'B');
    return poll;
  };
  it.each([
    ['DELETE FROM spent_pass', 'nothing is deleted'],
    ['UPDATE spent_pass SET signature = zeroblob(256)', 'nothing is updated'],
    ['INSERT OR REPLACE INTO spent_pass SELECT * FROM spent_pass LIMIT 1', 'a pass is spent once'],
    [`INSERT INTO spent_pass SELECT poll_id, token_hash, 'B', zeroblob(256) FROM token LIMIT 1`, 'is no pass'],
    [`INSERT INTO spent_pass SELECT poll_id, zeroblob(32), 'B', zeroblob(256) FROM poll`, 'FOREIGN KEY'],
    ['UPDATE roll SET size = 31', 'nothing is updated'],
    ['DELETE FROM roll', 'nothing is deleted'],
    ['INSERT OR REPLACE INTO roll SELECT poll_id, 31, signature FROM roll', 'closed once'],
    ['UPDATE issuing_key SET secret = zeroblob(1200)', 'nothing is updated'],
    ['DELETE FROM issuing_key', 'nothing is deleted'],
    ['INSERT OR REPLACE INTO issuing_key SELECT poll_id, zeroblob(1200) FROM poll', 'one issuing key'],
    [`INSERT INTO token SELECT poll_id, zeroblob(32), 'B', 'B-1' FROM poll`, 'made by voters'],
    ['INSERT INTO passes_issued SELECT poll_id, 2, zeroblob(64) FROM poll', 'more passes were used'],
  ])('cannot: %s', (statement, says) => {
    const { box } = voted();
    expect(() => box.connection.exec(`BEGIN; ${statement}; COMMIT`)).toThrow(says);
  });

  it('cannot freeze or close without the numbers of the roll', () => {
    const draft = draftPoll(REMOTE);
    const { connection } = draft.box;
    const issue = `INSERT INTO issue SELECT poll_id, 'A', 30, zeroblob(32), zeroblob(64) FROM poll`;
    expect(() => connection.exec(`${issue}; UPDATE poll SET state = 'frozen'`)).toThrow('with its size');
  });
});
