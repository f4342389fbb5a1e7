import type { Id } from '#app/kernel/id.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { shortlistHash, shortlistMatter } from '../queries/shortlist-matter.server.ts';
import { type ConfirmRefusal, decideConfirming } from '../rules/deciding/decision-lock.ts';
import { markDecisionConfirmed } from './decision-lock.server.ts';

/**
 * The second person agrees with what the first one locked.
 *
 * @param seenHash  of the decision as it was shown to her
 */
export function confirmShortlist(
  context: Context,
  callId: Id,
  seenHash: string,
): Outcome<'confirmed', ConfirmRefusal | 'not-found'> {
  return context.transact((tx) => {
    const matter = shortlistMatter(context, callId);
    if (matter === null) return refused('not-found');
    const { lock, personId } = matter;
    const presentHash = shortlistHash(context, callId, lock?.feedbackFrom ?? null);
    const decision = decideConfirming(lock, { personId, seenHash, presentHash });
    if (decision.ok) markDecisionConfirmed(tx, context, { callId, stage: 'shortlist' }, personId);
    return decision;
  });
}
