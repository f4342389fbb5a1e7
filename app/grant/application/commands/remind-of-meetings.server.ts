import { done } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { isReminderDue, REMIND_BEFORE } from '../rules/one-to-one.ts';
import { findBookingsBetween, markReminded } from '../store/one-to-one.server.ts';

/** Promises each applicant with a time to talk one letter the day before. For the scheduler. */
export function remindOfMeetings(context: Context): { promised: number } {
  const { now } = context;
  let promised = 0;
  for (const { booking, slot } of findBookingsBetween(context.db, now, now + REMIND_BEFORE)) {
    if (!isReminderDue({ ...booking, startsAt: slot.startsAt }, now)) continue;
    context.transact((tx) => {
      markReminded(tx, booking.id, now);
      promise(tx, context, { kind: 'one-to-one-near', subjectId: booking.id });
      return done('promised');
    });
    promised += 1;
  }
  return { promised };
}
