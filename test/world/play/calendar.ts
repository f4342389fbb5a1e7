import { Temporal } from 'temporal-polyfill';
import type { Instant } from '#app/kernel/instant.ts';
import type { Moment } from '#db/story/types.ts';

/** The first Monday of a story, as a date. */
export type FirstMonday = Temporal.PlainDate;

/** The moment a day and a local time of the story stand for. */
export function instantOf(firstMonday: FirstMonday, moment: Moment, timeZone: string): Instant {
  return firstMonday
    .add({ days: moment.day })
    .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(moment.time) }).epochMilliseconds;
}

/** The latest Monday for which that day of the story has come by now. */
export function firstMondayFor(now: Instant, day: number): FirstMonday {
  const date = Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO('Europe/London')
    .toPlainDate()
    .subtract({ days: day });
  return date.subtract({ days: date.dayOfWeek - 1 });
}

/** A time of the day on which a moment falls. */
export function hourOn(moment: Instant, time: Moment['time'], timeZone: string): Instant {
  const date = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone).toPlainDate();
  return date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
}
