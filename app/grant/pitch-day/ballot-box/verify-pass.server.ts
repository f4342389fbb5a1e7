import { fromHex } from '#app/kernel/hex.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { ISSUING_KEY_BYTES } from '../rules/pass.ts';
import { readToken } from '../rules/token.ts';
import { tokenHash } from '../rules/token-hash.ts';
import { isPassOf } from './issuing.server.ts';
import type { BallotBox } from './open-ballot-box.server.ts';
import { termsOf } from './poll-terms.server.ts';

/** A token whose signature was found good. Made by `verifyPass` alone. */
export type GoodPass = { readonly tokenHash: Buffer; readonly signature: Buffer };

/**
 * Verifies the pass that came with a ballot, before the ballot waits for a commit; null for a sheet or a direct code,
 * which come without a signature.
 */
export function verifyPass(
  box: BallotBox,
  request: { readonly pollId: string; readonly token: string; readonly signature?: string | undefined },
): Outcome<GoodPass | null, 'unknown-poll' | 'unknown-token' | 'bad-pass'> {
  if (request.signature === undefined) return done(null);
  const terms = termsOf(box, request.pollId);
  if (terms === null) return refused('unknown-poll');
  const token = readToken(request.token);
  if (!token.ok) return refused('unknown-token');
  const signature = fromHex(request.signature, ISSUING_KEY_BYTES);
  const hash = Buffer.from(tokenHash(request.pollId, token.value));
  if (terms.issuingKey === null || signature === null) return refused('bad-pass');
  if (!isPassOf(terms.issuingKey, hash, signature)) return refused('bad-pass');
  return done({ tokenHash: hash, signature: Buffer.from(signature) });
}
