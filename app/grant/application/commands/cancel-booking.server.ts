import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { helpSeeker } from '../queries/help-seeker.server.ts';
import { decideCancel } from '../rules/one-to-one.ts';
import { findBooking, markCancelled } from '../store/one-to-one.server.ts';

/** Gives a time back, so that somebody else can have it; the host is told. Cancelled twice is cancelled. */
export function cancelBooking(
  context: Context,
  applicationId: Id,
  bookingId: Id,
): Outcome<'cancelled', 'not-found' | 'begun'> {
  return context.transact((tx) => {
    const found = findBooking(tx, bookingId);
    if (context.actor === null || found === null || found.booking.applicationId !== applicationId) {
      return refused('not-found');
    }
    if (helpSeeker(context, applicationId) === null) return refused('not-found');
    const { cancelledAt } = found.booking;
    const decision = decideCancel({ startsAt: found.slot.startsAt, cancelledAt }, context.now);
    if (!decision.ok) return decision.reason === 'begun' ? refused('begun') : done('cancelled');
    markCancelled(tx, bookingId, context.actor.personId, context.now);
    promise(tx, context, { kind: 'one-to-one-cancelled', subjectId: bookingId });
    return done('cancelled');
  });
}
