import { DAY } from '#app/kernel/instant.ts';
import { done } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { dueReminders, REMIND_DAYS_MOST } from '../rules/reminders.ts';
import { milestonesOf } from '../rules/timeline.ts';
import { findCallsWithDatesBetween, findDates, findReminders, insertReminders } from '../store/dates.server.ts';

/**
 * Promises the managers of each published call a letter about the dates that are near: one letter a call, however
 * many dates have come near since the last time, and each date once. For the scheduler.
 *
 * @returns how many letters were promised
 */
export function remindOfDates(context: Context): { promised: number } {
  const { now } = context;
  let promised = 0;
  for (const call of findCallsWithDatesBetween(context.db, now, now + REMIND_DAYS_MOST * DAY)) {
    context.transact((tx) => {
      const milestones = milestonesOf({ ...call, dates: findDates(tx, call.id) });
      const due = dueReminders(milestones, call.publishedAt ?? now, findReminders(tx, call.id), now);
      if (due.length === 0) return done('nothing-due');
      insertReminders(tx, call.id, due, now);
      promise(tx, context, {
        kind: 'call-dates-near',
        subjectId: call.id,
        detail: { dates: due.map((date) => date.id).join(' ') },
      });
      promised += 1;
      return done('promised');
    });
  }
  return { promised };
}
