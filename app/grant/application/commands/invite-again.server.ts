import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { toInviteAgain } from '../queries/to-invite-again.server.ts';
import { insertInvitation } from '../store/carrying.server.ts';

/** Promises a letter about an open call to every group that agreed to be asked again: once for each of them and call. */
export function inviteAgain(
  context: Context,
  toCallId: Id,
): Outcome<{ invited: number }, 'not-found' | 'call-not-open'> {
  const { actor } = context;
  return context.transact<{ invited: number }, 'not-found' | 'call-not-open'>((tx) => {
    const desk = toInviteAgain(context, toCallId);
    if (actor === null || desk === null) return refused('not-found');
    if (!desk.isOpen) return refused('call-not-open');
    for (const applicationId of desk.waiting) {
      insertInvitation(tx, { applicationId, toCallId, invitedAt: context.now, invitedBy: actor.personId });
      promise(tx, context, { kind: 'carry-over-invited', subjectId: applicationId, detail: { toCallId } });
    }
    return done({ invited: desk.waiting.length });
  });
}
