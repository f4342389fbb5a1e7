import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { type DraftEnd, decideCancel } from '../rules/one-to-one.ts';
import { takeBackReadings } from '../store/draft-feedback.server.ts';
import { findBookingsOf, markCancelled } from '../store/one-to-one.server.ts';

/**
 * Ends the help that a draft outlives by nothing: times to talk that are still to come are free again, with a letter
 * to whoever booked and to the host, and a copy that was lent to be read is gone. Inside the transaction that ends the
 * draft; a talk that has begun stays, so that its host can say what came of it.
 */
export function endDraftHelp(tx: Tx, context: Context, applicationId: Id, why: DraftEnd): void {
  invariant(context.actor !== null, 'a draft is ended by somebody');
  takeBackReadings(tx, applicationId, context.now);
  for (const { booking, slot } of findBookingsOf(tx, applicationId)) {
    const { cancelledAt } = booking;
    if (!decideCancel({ startsAt: slot.startsAt, cancelledAt }, context.now).ok) continue;
    markCancelled(tx, booking.id, context.actor.personId, context.now);
    promise(tx, context, { kind: 'one-to-one-cancelled', subjectId: booking.id, detail: { why } });
  }
}
