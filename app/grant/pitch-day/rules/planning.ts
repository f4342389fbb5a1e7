import { HOUR, type Instant } from '#app/kernel/instant.ts';

export type DayFault = 'day-passed' | 'sign-up-after-start';

/** So much later or earlier than was announced is another day, and no other hour. */
const ANOTHER_DAY = 12 * HOUR;

/** What speaks against a day as it was typed. One that is planned already may stay where it is, also once it has begun. */
export function dayFault(plan: {
  readonly startsAt: Instant;
  readonly plannedBefore: Instant | null;
  readonly signUpClosesAt: Instant | null;
  readonly now: Instant;
}): DayFault | null {
  if (plan.startsAt !== plan.plannedBefore && plan.startsAt <= plan.now) return 'day-passed';
  return plan.signUpClosesAt !== null && plan.signUpClosesAt > plan.startsAt ? 'sign-up-after-start' : null;
}

/**
 * Whether a day is another than applicants were told when the call was published: whoever plans it is asked, unless she
 * has planned it so before.
 *
 * @param announcedFor  null where the call said nothing
 */
export function isAnotherDay(
  startsAt: Instant,
  { announcedFor, plannedBefore }: { announcedFor: Instant | null; plannedBefore: Instant | null },
): boolean {
  const isAnnounced = announcedFor === null || Math.abs(startsAt - announcedFor) < ANOTHER_DAY;
  return !isAnnounced && startsAt !== plannedBefore;
}
