import { fromHex } from '#app/kernel/hex.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { readBallotBody } from '../rules/ballot-body.ts';
import { readBallotCode } from '../rules/ballot-code.ts';
import { leafOf } from '../rules/leaf.ts';
import { BALLOT_RANDOM_BYTES } from '../rules/leaf-frame.ts';
import type { Level } from '../rules/level.ts';
import { PASS_LEVEL } from '../rules/pass.ts';
import { tokenHash as hashToken } from '../rules/token-hash.ts';
import { trackerOf } from '../rules/tracker.ts';
import type { BallotBox } from './open-ballot-box.server.ts';
import { termsOf } from './poll-terms.server.ts';
import { type Receipt, signReceipt, type Taken } from './receipt.server.ts';
import { transact } from './transact.server.ts';
import { type GoodPass, verifyPass } from './verify-pass.server.ts';

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
  /** Of a pass: 256 bytes in lower-case hexadecimal. A sheet and a direct code have none. */
  readonly signature?: string | undefined;
};

export type CastRefusal =
  | 'unknown-poll'
  | 'unknown-token'
  | 'already-used'
  | 'void-token'
  /** The signature is not the issuing key's, or the poll has no passes. */
  | 'bad-pass'
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
  const pass = verifyPass(box, request);
  if (!pass.ok) return pass;
  const cast = transact(box, () => castWithin(box, request, now, pass.value));
  return cast.ok ? done(signReceipt(cast.value)) : cast;
}

/**
 * The same for a caller whose transaction is already open: every refusal comes before the first write.
 *
 * @param pass  what `verifyPass` said of this request
 */
export function castWithin(
  box: BallotBox,
  request: CastRequest,
  now: Instant,
  pass: GoodPass | null = null,
): Outcome<Taken, CastRefusal> {
  const { casting } = box;
  const { pollId } = request;
  const terms = termsOf(box, pollId);
  if (terms === null) return refused('unknown-poll');
  const issued = pass === null ? tokenOf(box, request) : passOf(box, request, pass);
  if (issued === null) return refused('unknown-token');
  const leaf = Buffer.from(fromHex(request.leaf, 32) ?? []);
  const tracker = trackerOf(leaf);
  if (issued.isSpent) return casting.hasLeaf(pollId, leaf) ? done({ terms, leaf }) : refused('already-used');
  if (issued.isVoid) return refused('void-token');
  if (terms.state !== 'open' || now >= terms.manifest.closesAt) return refused('not-open');
  const r = fromHex(request.r, BALLOT_RANDOM_BYTES);
  const body = readBallotBody(request.body, terms.ballotRules);
  if (r === null || !body.ok || body.value.level !== issued.level) return refused('bad-ballot');
  if (!leaf.equals(leafOf(pollId, terms.manifestHash, r, request.body))) return refused('bad-ballot');
  const { tokenHash } = issued;
  const row = {
    pollId,
    leaf,
    level: issued.level,
    tracker,
    r: Buffer.from(r),
    body: request.body,
    batchSeq: terms.batchSeq,
  };
  // The ballot first: where its leaf is taken, nothing was written.
  if (!casting.insertBallot(row)) return refused('leaf-taken');
  if (pass === null) casting.insertSpent(pollId, tokenHash);
  else box.statements.insertSpentPass.run({ pollId, tokenHash, signature: pass.signature });
  return done({ terms, leaf });
}

type Admission = {
  readonly tokenHash: Buffer;
  readonly level: Level;
  readonly isSpent: boolean;
  readonly isVoid: boolean;
};

/** Null for a token that was never issued. */
function tokenOf({ casting }: BallotBox, { pollId, token }: CastRequest): Admission | null {
  const code = readBallotCode(token);
  if (code === null) return null;
  const tokenHash = Buffer.from(hashToken(pollId, code.secret));
  const issued = casting.findToken(pollId, tokenHash);
  return issued === null ? null : { tokenHash, ...issued };
}

/** Null where somebody had the token of a sheet signed: it votes as a sheet, and once. */
function passOf(
  { casting, statements }: BallotBox,
  { pollId }: CastRequest,
  { tokenHash }: GoodPass,
): Admission | null {
  if (casting.findToken(pollId, tokenHash) !== null) return null;
  const isSpent = statements.findSpentPass.get({ pollId, tokenHash }) !== undefined;
  return { tokenHash, level: PASS_LEVEL, isSpent, isVoid: false };
}
