import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { mayTryOut } from '../rules/access.ts';
import { findMediaOf, type Media } from '../store/media.server.ts';
import { deleteTests, findTests } from '../store/tests.server.ts';
import { deleteFiles } from './delete-files.server.ts';

/**
 * Deletes every pretend application of a call, whoever filled it in, sent or not, with its recordings and files.
 *
 * @returns how many there were
 */
export async function throwAwayTests(context: Context, callId: Id): Promise<Outcome<{ count: number }, 'not-found'>> {
  const gone = context.transact<{ count: number; recordings: Media[] }, 'not-found'>((tx) => {
    const call = callById(context, callId);
    if (call === null || !mayTryOut(context.actor, call)) return refused('not-found');
    const tests = findTests(tx, callId);
    const recordings = tests.flatMap(({ id }) => findMediaOf(tx, id));
    deleteTests(tx, callId);
    return done({ count: tests.length, recordings });
  });
  if (!gone.ok) return gone;
  await deleteFiles(context, gone.value.recordings);
  return done({ count: gone.value.count });
}
