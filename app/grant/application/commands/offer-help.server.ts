import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { helpLine } from '../queries/help-log.server.ts';
import { insertOffer } from '../store/help.server.ts';

/** Writes to somebody who has a draft and had no help: one letter, once. Asked for twice, it is written once. */
export function offerHelp(
  context: Context,
  callId: Id,
  applicationId: Id,
): Outcome<'offered', 'not-found' | 'not-needed'> {
  return context.transact((tx) => {
    const row = helpLine(context, callId, applicationId);
    if (context.actor === null || row === null) return refused('not-found');
    if (row.offeredAt !== null) return done('offered');
    if (!row.mayOffer) return refused('not-needed');
    insertOffer(tx, { applicationId, offeredBy: context.actor.personId, offeredAt: context.now });
    promise(tx, context, { kind: 'help-offered', subjectId: applicationId });
    return done('offered');
  });
}
