import type { Id } from '#app/kernel/id.ts';
import { DAY, type Instant } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { PanelState } from './panel-state.ts';
import type { PhaseRules } from './review-phases.ts';

/** How long before the end everybody who has not finished is reminded without anybody asking. */
const BEFORE_THE_END = [3 * DAY, DAY] as const;

/** Nobody is asked twice within this. */
export const REMIND_AGAIN_AFTER = DAY;

/** When scores are due: the end of the last phase that scores, or else the first meeting; null where neither is planned. */
export function scoresDueAt(
  phases: readonly (Pick<PhaseRules, 'allows'> & { readonly endsAt: Instant })[],
  dates: readonly { readonly kind: string; readonly startsAt: Instant }[],
): Instant | null {
  const ends = phases.filter(({ allows }) => allows === 'score').map(({ endsAt }) => endsAt);
  if (ends.length > 0) return Math.max(...ends);
  if (phases.length > 0) return null;
  const meetings = dates.filter(({ kind }) => kind === 'panel-meeting').map(({ startsAt }) => startsAt);
  return meetings.length > 0 ? Math.min(...meetings) : null;
}

/**
 * Since when a reminder that nobody asked for is due; null before the first, from the end on, and where members could
 * not score yet when it fell due: whoever is let in late is not told in the same moment that she is late.
 *
 * @param beganAt  when members could begin to score; null while nobody can
 * @returns the moment at which the latest of them became due
 */
export function reminderDueSince(dueAt: Instant | null, beganAt: Instant | null, now: Instant): Instant | null {
  if (dueAt === null || beganAt === null || now >= dueAt) return null;
  const past = BEFORE_THE_END.map((before) => dueAt - before).filter((moment) => beganAt < moment && moment <= now);
  return past.length === 0 ? null : Math.max(...past);
}

/** A member who sits on a panel that scores, with what is missing. */
export type Remindable = {
  readonly memberId: Id;
  /** Sheets still to hand in. */
  readonly missing: number;
  /** When she took her seat, or was last given something. */
  readonly askedAt: Instant;
  /** When she last heard, by anybody; null for never. */
  readonly lastRemindedAt: Instant | null;
};

/** Whether somebody may be reminded now: something is missing, and the last reminder is a day old. */
export function mayRemind(member: Remindable, now: Instant): boolean {
  return member.missing > 0 && (member.lastRemindedAt === null || now - member.lastRemindedAt >= REMIND_AGAIN_AFTER);
}

/** Those who are reminded without anybody asking: they had it to do at that moment, have not heard since, nor in a day. */
export function dueForReminder<Member extends Remindable>(
  members: readonly Member[],
  since: Instant,
  now: Instant,
): Member[] {
  return members.filter(
    (member) =>
      mayRemind(member, now) &&
      member.askedAt < since &&
      (member.lastRemindedAt === null || member.lastRemindedAt < since),
  );
}

export type RemindRefusal = 'not-scoring' | 'nobody-to-remind';

/** Whom a manager reminds of those she has named: while the panel scores, each at most once a day. */
export function decideReminding<Member extends Remindable>(
  panel: PanelState,
  members: readonly Member[],
  now: Instant,
): Outcome<readonly Member[], RemindRefusal> {
  if (panel !== 'scoring') return refused('not-scoring');
  const reached = members.filter((member) => mayRemind(member, now));
  return reached.length === 0 ? refused('nobody-to-remind') : done(reached);
}
