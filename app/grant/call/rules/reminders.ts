import { DAY, type Instant } from '#app/kernel/instant.ts';
import type { MilestoneKind } from './plan.ts';

/** How many days before a date its managers hear of it: as long as getting ready for it takes. */
export const REMIND_DAYS: Readonly<Record<MilestoneKind, number>> = {
  'information-session': 5,
  opens: 3,
  'draft-feedback': 3,
  'questions-close': 3,
  closes: 3,
  'eligibility-check': 3,
  'panel-meeting': 7,
  'pitch-day': 14,
  decisions: 3,
  'feedback-release': 3,
};

/** No date is further away than this when somebody is reminded of it. */
export const REMIND_DAYS_MOST = Math.max(...Object.values(REMIND_DAYS));

type Upcoming = { readonly kind: MilestoneKind; readonly startsAt: Instant };

/**
 * The dates to remind of now, in the order they were given.
 *
 * A date that has come is not reminded of any more, however long the portal was down. Nor is one whose reminder
 * was due before the call was published: its manager had the plan before her just then.
 *
 * @param reminded  what was reminded of already
 */
export function dueReminders<Date extends Upcoming>(
  dates: readonly Date[],
  publishedAt: Instant,
  reminded: readonly Upcoming[],
  now: Instant,
): Date[] {
  return dates.filter((date) => {
    const dueAt = date.startsAt - REMIND_DAYS[date.kind] * DAY;
    const isDone = reminded.some((other) => other.kind === date.kind && other.startsAt === date.startsAt);
    return dueAt <= now && now < date.startsAt && dueAt >= publishedAt && !isDone;
  });
}
