import { fromHex, toHex } from '#app/kernel/hex.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { readBallotBody } from '../rules/ballot-body.ts';
import { leafOf, receiptMessage } from '../rules/leaf.ts';
import { BALLOT_RANDOM_BYTES } from '../rules/leaf-frame.ts';
import { readToken } from '../rules/token.ts';
import { tokenHash as hashToken } from '../rules/token-hash.ts';
import { trackerOf } from '../rules/tracker.ts';
import type { BallotBox } from './open-ballot-box.server.ts';
import { type PollTerms, termsOf } from './poll-terms.server.ts';
import { signMessage } from './signing.server.ts';
import { transact } from './transact.server.ts';

/** Exactly what a voter's device sends. */
export type CastRequest = {
  readonly pollId: string;
  /** As scanned or typed. */
  readonly token: string;
  /** 32 bytes in lower-case hexadecimal. */
  readonly leaf: string;
  /** 16 bytes in lower-case hexadecimal. */
  readonly r: string;
  /** Canonical JSON. */
  readonly body: string;
};

/** Everything but the choice, so that it can be shown to anyone. */
export type Receipt = {
  readonly pollId: string;
  readonly leaf: string;
  readonly tracker: string;
  /** Ed25519 over `receiptMessage`, in hexadecimal; verifies with the manifest's signing key. */
  readonly signature: string;
};

export type CastRefusal =
  | 'unknown-poll'
  | 'unknown-token'
  | 'already-used'
  | 'void-token'
  | 'not-open'
  | 'bad-ballot'
  /** Another token has cast this very leaf: the device must make a fresh `r`. */
  | 'leaf-taken';

/**
 * Puts a ballot in the box, once.
 *
 * A repeated request gets the identical receipt, even after the close, so that a voter whose connection broke
 * learns that she has voted. Alone it is a transaction of its own; inside a group commit, a part of that.
 */
export function castBallot(box: BallotBox, request: CastRequest, now: Instant): Outcome<Receipt, CastRefusal> {
  return transact(box, () => castWithin(box, request, now));
}

/** The same for a caller whose transaction is already open: every refusal comes before the first write. */
export function castWithin(box: BallotBox, request: CastRequest, now: Instant): Outcome<Receipt, CastRefusal> {
  const { statements } = box;
  const { pollId } = request;
  const terms = termsOf(box, pollId);
  if (terms === null) return refused('unknown-poll');
  const token = readToken(request.token);
  if (!token.ok) return refused('unknown-token');
  const tokenHash = Buffer.from(hashToken(pollId, token.value));
  const issued = statements.findToken.get({ pollId, tokenHash });
  if (issued === undefined) return refused('unknown-token');
  const leaf = Buffer.from(fromHex(request.leaf, 32) ?? []);
  const isPresent = statements.findBallot.get({ pollId, leaf }) !== undefined;
  if (issued.spent !== null) {
    return isPresent ? done(receiptOf(terms, leaf)) : refused('already-used');
  }
  if (issued.voided !== null) return refused('void-token');
  if (terms.state !== 'open' || now >= terms.manifest.closesAt) return refused('not-open');
  const r = fromHex(request.r, BALLOT_RANDOM_BYTES);
  const body = readBallotBody(request.body, terms.ballotRules);
  if (r === null || !body.ok || body.value.level !== issued.level) return refused('bad-ballot');
  if (!leaf.equals(leafOf(pollId, terms.manifestHash, r, request.body))) return refused('bad-ballot');
  const tracker = trackerOf(leaf);
  if (isPresent || statements.findTracker.get({ pollId, tracker })) return refused('leaf-taken');
  const batchSeq = (statements.lastCheckpointSeq.get({ pollId })?.seq ?? 0) + 1;
  statements.insertSpent.run({ pollId, tokenHash });
  const row = { pollId, leaf, level: issued.level, tracker, r: Buffer.from(r), body: request.body, batchSeq };
  statements.insertBallot.run(row);
  return done(receiptOf(terms, leaf));
}

function receiptOf(terms: PollTerms, leaf: Uint8Array): Receipt {
  const { pollId } = terms.manifest;
  const signature = signMessage(terms.signingKey, receiptMessage(pollId, leaf));
  return { pollId, leaf: toHex(leaf), tracker: trackerOf(leaf), signature: toHex(signature) };
}
