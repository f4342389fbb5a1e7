import { DAY, type Instant } from '#app/kernel/instant.ts';

/** A stretch of time; its end no longer belongs to it. */
export type Stretch = { readonly startsAt: Instant; readonly endsAt: Instant };

/**
 * On how many days people can still score, where the clocks show a zone's time: today counts while minutes of it are
 * left, and a day on which one phase ends and the next begins counts once.
 */
export function scoringDaysLeft(stretches: readonly Stretch[], now: Instant, timeZone: string): number {
  const days = new Set<number>();
  for (const { startsAt, endsAt } of stretches) {
    const from = Math.max(startsAt, now);
    if (from >= endsAt) continue;
    const last = dayNumber(endsAt - 1, timeZone);
    for (let day = dayNumber(from, timeZone); day <= last; day += 1) days.add(day);
  }
  return days.size;
}

/**
 * The most a member can be given, all she has had included: what she agreed to altogether, and no more than fits into
 * the days that are left by what she agreed to for one day. What she has handed in needs no day any more.
 *
 * @param daysLeft   null where no day is planned by which scores are due
 * @param handedIn   minutes of all that she has handed in, and of what she has handed in today
 * @returns          minutes, and how many it would be if there were more days
 */
export function mostToGive(
  agreed: { readonly minutesMax: number; readonly minutesPerDay: number },
  daysLeft: number | null,
  handedIn: { readonly minutes: number; readonly minutesToday: number },
): { minutesMax: number; minutesAgreed: number } {
  const { minutesMax: minutesAgreed, minutesPerDay } = agreed;
  if (daysLeft === null) return { minutesMax: minutesAgreed, minutesAgreed };
  const stillFits = Math.max(0, minutesPerDay * daysLeft - handedIn.minutesToday);
  return { minutesMax: Math.min(minutesAgreed, handedIn.minutes + stillFits), minutesAgreed };
}

/** Days since 1 January 1970, as a calendar in the zone counts them. */
function dayNumber(at: Instant, timeZone: string): number {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return Date.parse(day.format(at)) / DAY;
}
