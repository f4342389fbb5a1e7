import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { entryForMe } from '../queries/staff-entries.server.ts';
import { type ConfirmRefusal, decideConfirm } from '../rules/staff-entry.ts';
import { markConfirmed } from '../store/staff-entry.server.ts';

/**
 * Says that what was written down is what its owner means: by the owner who has read it, or by whoever wrote it
 * down and has read it back. A word that changes afterwards has to be confirmed again.
 *
 * @param seenAt  `savedAt` of what was read
 */
export function confirmEntry(
  context: Context,
  applicationId: Id,
  seenAt: Instant,
): Outcome<'confirmed', ConfirmRefusal | 'not-found'> {
  return context.transact((tx) => {
    const found = entryForMe(context, applicationId);
    if (context.actor === null || found === null || !(found.isWriter || found.signs)) return refused('not-found');
    const decision = decideConfirm({ ...found.application, savedAt: found.savedAt }, found.isEmpty, seenAt);
    if (!decision.ok) return decision;
    const means = found.isWriter ? 'read-back' : 'own-sign-in';
    markConfirmed(tx, applicationId, means, context.actor.personId, context.now);
    return done('confirmed');
  });
}
