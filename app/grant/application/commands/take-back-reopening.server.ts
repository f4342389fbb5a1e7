import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { isReadableForManager } from '../queries/manager-reading.server.ts';
import { openReopening } from '../queries/open-reopening.server.ts';
import { markReopeningTakenBack } from '../store/reopenings.server.ts';
import { findApplication } from '../store.server.ts';

/** Closes what is reopened before its time, and tells the applicant: what was sent before stays. */
export function takeBackReopening(
  context: Context,
  applicationId: Id,
): Outcome<'taken-back', 'not-found' | 'not-reopened'> {
  return context.transact((tx) => {
    const found = findApplication(tx, applicationId);
    const call = found === null ? null : callById(context, found.callId);
    if (found === null || call === null || !isReadableForManager(context, found, call)) return refused('not-found');
    const reopening = openReopening(context, found);
    if (reopening === null) return refused('not-reopened');
    markReopeningTakenBack(tx, reopening.id, context.now);
    promise(tx, context, { kind: 'reopening-taken-back', subjectId: reopening.id });
    return done('taken-back');
  });
}
