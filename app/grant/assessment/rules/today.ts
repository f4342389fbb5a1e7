import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';

/**
 * What of a member's queue fits into the rest of her day, in its order. A day on which she has done nothing yet takes
 * at least the first, however long it is: otherwise it would never be begun.
 *
 * @param minutesADay  as many as she said she has
 * @param minutesDone  of what she has handed in today
 */
export function fittingToday(
  queue: readonly { readonly applicationId: Id; readonly minutes: number }[],
  minutesADay: number,
  minutesDone: number,
): { readonly applicationIds: readonly Id[]; readonly minutes: number } {
  const applicationIds: Id[] = [];
  let minutes = 0;
  for (const item of queue) {
    const isFirstOfDay = minutes === 0 && minutesDone === 0;
    if (!isFirstOfDay && minutesDone + minutes + item.minutes > minutesADay) continue;
    applicationIds.push(item.applicationId);
    minutes += item.minutes;
  }
  return { applicationIds, minutes };
}

/** Whether two moments are on the same day where the clocks show a zone's time. */
export function isSameDay(one: Instant, other: Instant, timeZone: string): boolean {
  const day = new Intl.DateTimeFormat('en', { dateStyle: 'short', timeZone });
  return day.format(one) === day.format(other);
}
