import { describe, expect, it } from 'vitest';
import { fromHex } from '#app/kernel/hex.ts';
import { receiptMessage } from '../rules/leaf.ts';
import { showToken } from '../rules/token.ts';
import { tokenHash } from '../rules/token-hash.ts';
import { trialManifest } from '../rules/trial-manifest.testing.ts';
import { castBallot } from './cast-ballot.server.ts';
import { createPoll } from './create-poll.server.ts';
import { freezePoll, VOTERS_MIN } from './freeze-poll.server.ts';
import { addTokenHashes, voidTokens } from './issue-tokens.server.ts';
import { openPoll } from './open-poll.server.ts';
import { termsOf } from './poll-terms.server.ts';
import { isSignatureOf } from './signing.server.ts';
import { tokenLedger } from './token-ledger.server.ts';
import { ballotOf, castMany, closed, draftPoll, mustBe, NOW, pollInTheRoom } from './trial-poll.testing.ts';

const hex = (text: string) => fromHex(text, text.length / 2) ?? new Uint8Array();

describe('setting up a poll', () => {
  it('refuses a second poll of the same id and a manifest that does not hold together', () => {
    const { box, random } = draftPoll();
    const { version: _, signingKey: __, ...draft } = trialManifest();
    expect(createPoll(box, draft, random)).toEqual({ ok: false, reason: 'poll-exists' });
    const empty = { ...draft, pollId: '00000000000000000002', maxChoices: 0 };
    expect(createPoll(box, empty, random)).toEqual({ ok: false, reason: 'choices-out-of-range' });
  });

  it('adds a batch of tokens whole or not at all', () => {
    const { box, pollId, tokens } = draftPoll();
    const known = tokenHash(pollId, tokens.A[0] ?? '');
    const batch = { level: 'A', batch: 'A-2', hashes: [new Uint8Array(32), known] } as const;
    expect(addTokenHashes(box, pollId, batch)).toEqual({ ok: false, reason: 'token-repeated' });
    expect(mustBe(tokenLedger(box, pollId))).toEqual([{ level: 'A', issued: 30, used: 0, unused: 30, voided: 0 }]);
    expect(addTokenHashes(box, pollId, { ...batch, level: 'B' })).toEqual({ ok: false, reason: 'level-not-offered' });
    expect(addTokenHashes(box, 'nowhere', batch)).toEqual({ ok: false, reason: 'unknown-poll' });
  });

  it('adds no token once frozen', () => {
    const { box, pollId } = draftPoll();
    mustBe(freezePoll(box, pollId));
    const batch = { level: 'A', batch: 'A-2', hashes: [new Uint8Array(32)] } as const;
    expect(addTokenHashes(box, pollId, batch)).toEqual({ ok: false, reason: 'not-draft' });
    expect(freezePoll(box, pollId)).toEqual({ ok: false, reason: 'not-draft' });
  });

  it('freezes with ten live tokens at every level, not with nine', () => {
    const enough = draftPoll({ tokensPerLevel: VOTERS_MIN });
    expect(freezePoll(enough.box, enough.pollId).ok).toBe(true);
    const oneVoid = draftPoll({ tokensPerLevel: VOTERS_MIN });
    mustBe(voidTokens(oneVoid.box, oneVoid.pollId, { hashes: [tokenHash(oneVoid.pollId, oneVoid.tokens.A[0] ?? '')] }));
    expect(freezePoll(oneVoid.box, oneVoid.pollId)).toEqual({ ok: false, reason: 'too-few-voters' });
  });

  it('opens from its opening time on, until just before its closing time', () => {
    const { box, pollId } = draftPoll();
    expect(openPoll(box, pollId, NOW)).toEqual({ ok: false, reason: 'not-frozen' });
    mustBe(freezePoll(box, pollId));
    expect(openPoll(box, pollId, 999_999)).toEqual({ ok: false, reason: 'too-early' });
    expect(openPoll(box, pollId, 9_000_000)).toEqual({ ok: false, reason: 'too-late' });
    expect(openPoll(box, pollId, 1_000_000)).toEqual({ ok: true, value: 'open' });
  });
});

describe('casting a ballot', () => {
  it('answers with a receipt that anyone can verify', () => {
    const poll = pollInTheRoom();
    const request = ballotOf(poll, 0, [1, 3]);
    const receipt = mustBe(castBallot(poll.box, request, NOW));
    expect(receipt.leaf).toBe(request.leaf);
    expect(receipt.tracker).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    const publicKey = hex(termsOf(poll.box, poll.pollId)?.manifest.signingKey ?? '');
    const message = receiptMessage(poll.pollId, hex(receipt.leaf));
    expect(isSignatureOf(publicKey, message, hex(receipt.signature))).toBe(true);
    expect(isSignatureOf(publicKey, receiptMessage('another', hex(receipt.leaf)), hex(receipt.signature))).toBe(false);
  });

  it('gives the identical receipt again, also after the close, and counts once', () => {
    const poll = pollInTheRoom();
    const request = ballotOf(poll, 0, [1]);
    const receipt = castBallot(poll.box, request, NOW);
    expect(castBallot(poll.box, request, NOW + 1)).toEqual(receipt);
    closed(poll);
    expect(castBallot(poll.box, request, NOW + 2)).toEqual(receipt);
    expect(mustBe(tokenLedger(poll.box, poll.pollId))).toMatchObject([{ used: 1, unused: 29 }]);
  });

  it('takes a token as people type it', () => {
    const poll = pollInTheRoom();
    const request = ballotOf(poll, 0, [1]);
    const typed = showToken(poll.tokens.A[0] ?? '')
      .toLowerCase()
      .replaceAll('-', ' ');
    expect(castBallot(poll.box, { ...request, token: typed }, NOW).ok).toBe(true);
  });

  it('refuses a second, different ballot', () => {
    const poll = pollInTheRoom();
    mustBe(castBallot(poll.box, ballotOf(poll, 0, [1]), NOW));
    expect(castBallot(poll.box, ballotOf(poll, 0, [2]), NOW)).toEqual({ ok: false, reason: 'already-used' });
    expect(castBallot(poll.box, { ...ballotOf(poll, 0, [2]), leaf: 'x' }, NOW)).toEqual({
      ok: false,
      reason: 'already-used',
    });
  });

  it('refuses tokens that are unknown, mistyped, of another poll, or void', () => {
    const poll = pollInTheRoom();
    const request = ballotOf(poll, 0, [1]);
    const stranger = showToken('0'.repeat(20));
    for (const token of [stranger, '', `${request.token}0`]) {
      expect(castBallot(poll.box, { ...request, token }, NOW)).toEqual({ ok: false, reason: 'unknown-token' });
    }
    expect(castBallot(poll.box, { ...request, pollId: 'nowhere' }, NOW)).toEqual({ ok: false, reason: 'unknown-poll' });
    mustBe(voidTokens(poll.box, poll.pollId, { hashes: [tokenHash(poll.pollId, poll.tokens.A[0] ?? '')] }));
    expect(castBallot(poll.box, request, NOW)).toEqual({ ok: false, reason: 'void-token' });
  });

  it('takes ballots while open, up to the last millisecond of its window', () => {
    const draft = draftPoll();
    expect(castBallot(draft.box, ballotOf(draft, 0, [1]), NOW)).toEqual({ ok: false, reason: 'not-open' });
    const poll = pollInTheRoom();
    expect(castBallot(poll.box, ballotOf(poll, 0, [1]), 9_000_000)).toEqual({ ok: false, reason: 'not-open' });
    expect(castBallot(poll.box, ballotOf(poll, 0, [1]), 8_999_999).ok).toBe(true);
    closed(poll);
    expect(castBallot(poll.box, ballotOf(poll, 1, [1]), NOW)).toEqual({ ok: false, reason: 'not-open' });
  });

  it('refuses a ballot against the rules, at another level, or with another leaf; the token stays good', () => {
    const poll = pollInTheRoom({ draft: { levels: ['A', 'C'] } });
    const good = ballotOf(poll, 0, [1]);
    const bad = [
      ballotOf(poll, 0, []),
      ballotOf(poll, 0, [1, 2, 3, 4]),
      { ...ballotOf(poll, 0, [1], 'C'), token: good.token },
      { ...good, leaf: ballotOf(poll, 0, [1]).leaf },
      { ...good, leaf: good.leaf.toUpperCase() },
      { ...good, r: good.r.slice(2) },
      { ...good, body: `${good.body} ` },
    ];
    for (const request of bad) expect(castBallot(poll.box, request, NOW)).toEqual({ ok: false, reason: 'bad-ballot' });
    expect(mustBe(tokenLedger(poll.box, poll.pollId))).toMatchObject([{ used: 0 }, { used: 0 }]);
    expect(castBallot(poll.box, good, NOW).ok).toBe(true);
  });

  it('never lets two voters share one leaf', () => {
    const poll = pollInTheRoom();
    const request = ballotOf(poll, 0, [1]);
    mustBe(castBallot(poll.box, request, NOW));
    const clash = { ...request, token: poll.sheets.A[1] ?? '' };
    expect(castBallot(poll.box, clash, NOW)).toEqual({ ok: false, reason: 'leaf-taken' });
    expect(castBallot(poll.box, ballotOf(poll, 1, [1]), NOW).ok).toBe(true);
  });
});

describe('voiding tokens', () => {
  it('voids a lost batch whole, once', () => {
    const { box, pollId } = pollInTheRoom();
    expect(voidTokens(box, pollId, { batch: 'A-1' })).toEqual({ ok: true, value: 30 });
    expect(voidTokens(box, pollId, { batch: 'A-1' })).toEqual({ ok: true, value: 0 });
  });

  it('leaves everything as it was when one token of the batch has been used', () => {
    const poll = pollInTheRoom();
    castMany(poll, 29, 1);
    expect(voidTokens(poll.box, poll.pollId, { batch: 'A-1' })).toEqual({ ok: false, reason: 'already-used' });
    expect(mustBe(tokenLedger(poll.box, poll.pollId))).toEqual([
      { level: 'A', issued: 30, used: 1, unused: 29, voided: 0 },
    ]);
  });

  it('refuses unknown tokens, and everything after the close', () => {
    const poll = pollInTheRoom();
    const stranger = { hashes: [new Uint8Array(32)] };
    expect(voidTokens(poll.box, poll.pollId, stranger)).toEqual({ ok: false, reason: 'unknown-token' });
    closed(poll);
    expect(voidTokens(poll.box, poll.pollId, { batch: 'A-1' })).toEqual({ ok: false, reason: 'already-closed' });
  });
});
