import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callForManager } from '../../call/queries/call-facts.server.ts';
import { isHiddenFromMe } from '../queries/hidden-from.server.ts';
import { decideOutcome } from '../rules/one-to-one.ts';
import { insertHelp } from '../store/help.server.ts';
import { findBooking, markOutcome } from '../store/one-to-one.server.ts';

/** Says what came of a booked time. Only a talk that took place counts as help, with the minutes it was planned for. */
export function noteMeeting(
  context: Context,
  callId: Id,
  bookingId: Id,
  outcome: 'met' | 'missed',
): Outcome<'noted', 'not-found' | 'not-yet' | 'already-noted'> {
  return context.transact((tx) => {
    const found = findBooking(tx, bookingId);
    if (context.actor === null || found === null || found.slot.callId !== callId) return refused('not-found');
    const { booking, slot } = found;
    if (callForManager(context, callId) === null) return refused('not-found');
    if (isHiddenFromMe(context, booking.applicationId)) return refused('not-found');
    const decision = decideOutcome({ ...booking, startsAt: slot.startsAt }, context.now);
    if (!decision.ok) return refused(decision.reason === 'already-cancelled' ? 'not-found' : decision.reason);
    markOutcome(tx, bookingId, outcome);
    if (outcome === 'met') {
      insertHelp(tx, {
        id: context.newId(),
        applicationId: booking.applicationId,
        kind: 'one-to-one',
        minutes: slot.minutes,
        by: slot.hostId,
        at: context.now,
      });
    }
    return done('noted');
  });
}
