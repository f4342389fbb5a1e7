import { Temporal } from 'temporal-polyfill';
import type { Instant } from '#app/kernel/instant.ts';
import type { Month } from '../rules/months.ts';
import type { Stretch } from '../store/months.server.ts';

/** The month that a clock in a time zone shows at a moment. */
export function monthIn(timeZone: string, at: Instant): Month {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString().slice(0, 7);
}

/** The first moment of a month in a time zone, and the first after it. */
export function monthBounds(timeZone: string, month: Month): Stretch {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const startOf = (day: typeof first) => day.toZonedDateTime(timeZone).epochMilliseconds;
  return { startsAt: startOf(first), endsAt: startOf(first.add({ months: 1 })) };
}
