import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { helpSeeker } from '../queries/help-seeker.server.ts';
import { isHiddenFrom } from '../queries/hidden-from.server.ts';
import { type BookRefusal, decideBook, slotEndsAt } from '../rules/one-to-one.ts';
import { isTest } from '../rules/reference.ts';
import { findBookingOfSlot, findBookingsOf, findSlot, insertBooking } from '../store/one-to-one.server.ts';

/**
 * Takes one offered time for an application. Pressed twice, it is taken once.
 *
 * @param phone  where to call; only for a meeting by phone
 */
export function bookSlot(
  context: Context,
  applicationId: Id,
  slotId: Id,
  phone: string,
): Outcome<'booked', BookRefusal | 'is-a-test' | 'not-found'> {
  return context.transact((tx) => {
    const seeker = helpSeeker(context, applicationId);
    const slot = findSlot(tx, slotId);
    if (context.actor === null || seeker === null || slot === null) return refused('not-found');
    if (slot.callId !== seeker.application.callId) return refused('not-found');
    if (isHiddenFrom(context, applicationId, slot.hostId)) return refused('not-found');
    if (isTest(seeker.application)) return refused('is-a-test');
    const taken = findBookingOfSlot(tx, slotId);
    if (taken?.applicationId === applicationId) return done('booked');
    const hasOne = findBookingsOf(tx, applicationId).some((held) => slotEndsAt(held.slot) > context.now);
    const decision = decideBook(seeker.application, { ...slot, isTaken: taken !== null }, phone, hasOne, context.now);
    if (!decision.ok) return decision;
    const bookingId = context.newId();
    insertBooking(tx, {
      id: bookingId,
      slotId,
      applicationId,
      bookedBy: context.actor.personId,
      bookedAt: context.now,
      phone: slot.way === 'phone' ? phone.trim() : '',
    });
    promise(tx, context, { kind: 'one-to-one-booked', subjectId: bookingId });
    return done('booked');
  });
}
