import { DAY } from '#app/kernel/instant.ts';

/**
 * How many whole weeks later something that began on a day begins next: on the same weekday, after today.
 *
 * @param day    as calendars write it, e.g. 2026-03-02; so is `today`
 * @returns      0 when the day is still to come
 */
export function weeksUntilAfter(day: string, today: string): number {
  const daysAgo = (startOf(today) - startOf(day)) / DAY;
  return daysAgo < 0 ? 0 : Math.floor(daysAgo / 7) + 1;
}

/**
 * The same time on the clock so many weeks later, whatever the clocks did in between.
 *
 * @param localTime  as a `datetime-local` field holds it, e.g. 2026-03-02T09:00
 */
export function laterByWeeks(localTime: string, weeks: number): string {
  const [day = '', time = ''] = localTime.split('T');
  const later = new Date(startOf(day) + weeks * 7 * DAY);
  return `${later.toISOString().slice(0, 10)}T${time}`;
}

/** Days as if there were no zones: calendars have days, only clocks have zones. */
function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}
