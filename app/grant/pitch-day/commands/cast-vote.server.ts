import { type Instant, MINUTE } from '#app/kernel/instant.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { limitPerStore } from '#app/platform/rate-limit.server.ts';
import { ballotBoxOf, groupCommitOf } from '../ballot-box/ballot-box-of.server.ts';
import { type CastRefusal, type CastRequest, castWithin, type Receipt } from '../ballot-box/cast-ballot.server.ts';
import type { BallotBox } from '../ballot-box/open-ballot-box.server.ts';
import { verifyPass } from '../ballot-box/verify-pass.server.ts';

/**
 * Wrong codes a minute and poll, never per address: a room shares one. A hall full of typing errors stays below it,
 * because the check symbol catches those before they count.
 */
export const WRONG_CODES_MAX = 300;

const limitOf = limitPerStore<BallotBox>(WRONG_CODES_MAX, MINUTE);

/**
 * Puts a ballot in the box together with those that arrive in the same moment; safe to repeat.
 *
 * Over the limit only wrong codes are told to wait: whoever floods the door cannot keep a voter out.
 *
 * @returns when the ballot is on disk
 */
export async function castVote(
  context: Pick<Context, 'votes' | 'now'>,
  request: CastRequest,
): Promise<Outcome<Receipt, CastRefusal | 'too-many-wrong-codes'>> {
  const box = ballotBoxOf(context);
  const cast = await castInGroup(box, request, context.now);
  const isWrong = !cast.ok && (cast.reason === 'unknown-token' || cast.reason === 'bad-pass');
  if (isWrong && !limitOf(box).allows(request.pollId, context.now)) {
    return refused('too-many-wrong-codes');
  }
  return cast;
}

/** The signature of a pass is verified before the ballot joins others: their commit does not wait for it. */
async function castInGroup(box: BallotBox, request: CastRequest, now: Instant): Promise<Outcome<Receipt, CastRefusal>> {
  const pass = verifyPass(box, request);
  if (!pass.ok) return pass;
  return groupCommitOf(box)
    .run(() => castWithin(box, request, now, pass.value))
    .catch(forgetWhatItSays);
}

/** A driver's message quotes the row it could not write: a ballot must not reach a log that way. */
function forgetWhatItSays(error: { readonly code?: string; readonly cause?: { readonly code?: string } }): never {
  throw new Error(`the ballot box failed: ${error.cause?.code ?? error.code ?? 'unknown'}`);
}
