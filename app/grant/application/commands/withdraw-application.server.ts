import type { Id } from '#app/kernel/id.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { isApplicant } from '../rules/access.ts';
import { decideWithdraw, type WithdrawRefusal } from '../rules/withdrawing.ts';
import { deleteMedia, findApplication, findMediaOf, markWithdrawn } from '../store.server.ts';

/**
 * Takes an application back, whether it was submitted or not. It cannot be brought back; a new one can be started
 * while the call is open.
 *
 * @param reason  in the applicant's words; nobody has to give one
 */
export function withdrawApplication(
  context: Context,
  applicationId: Id,
  reason = '',
): Outcome<'withdrawn', WithdrawRefusal | 'not-found'> {
  return context.transact((tx) => {
    const found = findApplication(tx, applicationId);
    if (found === null || !isApplicant(context.actor, found)) return refused('not-found');
    const decision = decideWithdraw(found);
    if (!decision.ok) return decision;
    if (found.state === 'draft') {
      const unfinished = findMediaOf(tx, applicationId).filter((recording) => recording.state !== 'ready');
      deleteMedia(
        tx,
        unfinished.map((recording) => recording.id),
      );
    }
    markWithdrawn(tx, applicationId, reason.trim() === '' ? null : reason.trim(), context.now);
    promise(tx, context, {
      kind: 'application-withdrawn',
      subjectId: applicationId,
      detail: { wasSubmitted: found.state === 'submitted' ? 'yes' : 'no' },
    });
    return decision;
  });
}
