import type { Instant } from '#app/kernel/instant.ts';
import { done, type Outcome } from '#app/kernel/outcome.ts';
import { groupCommitOf } from './ballot-box-of.server.ts';
import { type CastRefusal, type CastRequest, castWithin } from './cast-ballot.server.ts';
import type { BallotBox } from './open-ballot-box.server.ts';
import { type Receipt, signReceiptAside } from './receipt.server.ts';
import { verifyPass } from './verify-pass.server.ts';

/**
 * Puts a ballot in the box in one commit with those that arrive in the same moment; safe to repeat, like `castBallot`.
 *
 * The signature of a pass is verified before the ballot joins others, and its receipt is signed after: the commit they
 * share waits for neither.
 *
 * @returns when the ballot is on disk
 */
export async function castTogether(
  box: BallotBox,
  request: CastRequest,
  now: Instant,
): Promise<Outcome<Receipt, CastRefusal>> {
  const pass = verifyPass(box, request);
  if (!pass.ok) return pass;
  const cast = await groupCommitOf(box).run(() => castWithin(box, request, now, pass.value));
  return cast.ok ? done(await signReceiptAside(cast.value)) : cast;
}
