import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { applicationCard } from '../../application/queries/application-card.server.ts';
import { isHiddenFromMe } from '../../application/queries/hidden-from.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { reserveList } from '../queries/reserve-list.server.ts';
import { mayManageAward } from '../rules/access.ts';
import { REASON_MAX } from '../rules/deciding.ts';
import { insertClosing } from '../store.server.ts';

/** Tells a group that no place came free, so that nobody waits for ever. */
export function closeReserve(
  context: Context,
  applicationId: Id,
  reason: string,
): Outcome<'closed', 'not-released' | 'not-waiting' | 'reason-missing' | 'reason-too-long' | 'not-found'> {
  return context.transact((tx) => {
    const card = applicationCard(context, applicationId);
    const call = card === null ? null : callById(context, card.callId);
    const { actor } = context;
    if (call === null || actor === null || !mayManageAward(actor, call)) return refused('not-found');
    if (isHiddenFromMe(context, applicationId)) return refused('not-found');
    const list = reserveList(context, call);
    if (!list.isReleased) return refused('not-released');
    if (!list.waiting.some((row) => row.applicationId === applicationId)) return refused('not-waiting');
    if (reason.trim() === '') return refused('reason-missing');
    if (reason.trim().length > REASON_MAX) return refused('reason-too-long');
    insertClosing(tx, { applicationId, reason: reason.trim(), closedAt: context.now, closedBy: actor.personId });
    promise(tx, context, { kind: 'application-declined', subjectId: applicationId });
    return done('closed');
  });
}
