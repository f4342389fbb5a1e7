import { MINUTE } from '#app/kernel/instant.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { limitPerStore } from '#app/platform/rate-limit.server.ts';
import { ballotBoxOf } from '../ballot-box/ballot-box-of.server.ts';
import type { CastRefusal, CastRequest } from '../ballot-box/cast-ballot.server.ts';
import { castTogether } from '../ballot-box/cast-together.server.ts';
import type { BallotBox } from '../ballot-box/open-ballot-box.server.ts';
import type { Receipt } from '../ballot-box/receipt.server.ts';

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
  const cast = await castTogether(box, request, context.now).catch(forgetWhatItSays);
  const isWrong = !cast.ok && (cast.reason === 'unknown-token' || cast.reason === 'bad-pass');
  if (isWrong && !limitOf(box).allows(request.pollId, context.now)) {
    return refused('too-many-wrong-codes');
  }
  return cast;
}

/** A driver's message quotes the row it could not write: a ballot must not reach a log that way. */
function forgetWhatItSays(error: { readonly code?: string; readonly cause?: { readonly code?: string } }): never {
  throw new Error(`the ballot box failed: ${error.cause?.code ?? error.code ?? 'unknown'}`);
}
