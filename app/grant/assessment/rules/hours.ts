import type { Minor } from '#app/kernel/money.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { PAY_CHOICES, type PayChoice } from './seat-terms.ts';

export const HOURS_KINDS = ['reading', 'meeting', 'practice', 'other'] as const;
export type HoursKind = (typeof HOURS_KINDS)[number];
export type HoursState = 'recorded' | 'confirmed' | 'refused';

/** On one day, over everything that is written down for it. */
export const DAY_MINUTES_MOST = 720;
export const HOURS_NOTE_MAX = 500;
export const HOURS_ANSWER_MAX = 500;

/** Time that somebody says they have given. */
export type HoursEntry = {
  readonly kind: HoursKind;
  readonly minutes: number;
  /** ISO 8601 date, in the time zone of the call. */
  readonly day: string;
  readonly note: string;
};

export type HoursRefusal = 'minutes-off-limits' | 'day-not-yet' | 'day-long-ago' | 'day-full';

/**
 * A day is over or today, not before the invitation, and no longer than twelve hours.
 *
 * @param facts  days as ISO 8601 dates in the time zone of the call; minutes that are written down for the same day and
 *               were not refused
 */
export function decideHours(
  facts: { readonly today: string; readonly invitedOn: string; readonly minutesThatDay: number },
  entry: HoursEntry,
): Outcome<'recorded', HoursRefusal> {
  if (!Number.isInteger(entry.minutes) || entry.minutes < 1 || entry.minutes > DAY_MINUTES_MOST)
    return refused('minutes-off-limits');
  if (entry.day > facts.today) return refused('day-not-yet');
  if (entry.day < facts.invitedOn) return refused('day-long-ago');
  if (facts.minutesThatDay + entry.minutes > DAY_MINUTES_MOST) return refused('day-full');
  return done('recorded');
}

export type HoursAnswerRefusal = 'already-answered' | 'reason-missing' | 'reason-too-long';

/** Confirmed without a word, or refused with a reason that the member reads; once. */
export function decideHoursAnswer(
  state: HoursState,
  answer: 'confirmed' | 'refused',
  reason: string,
): Outcome<'answered', HoursAnswerRefusal> {
  if (state !== 'recorded') return refused('already-answered');
  if (answer === 'refused' && reason.trim() === '') return refused('reason-missing');
  if (reason.trim().length > HOURS_ANSWER_MAX) return refused('reason-too-long');
  return done('answered');
}

/** What an entry is worth, in minor units, rounded half up; null where nothing is paid. */
export function payFor(entry: {
  readonly minutes: number;
  readonly hourlyMinor: Minor | null;
  readonly payChoice: PayChoice;
}): Minor | null {
  if (entry.payChoice === 'none' || entry.hourlyMinor === null) return null;
  return Math.floor((entry.minutes * entry.hourlyMinor + 30) / 60);
}

export type HoursTotal = {
  readonly payChoice: PayChoice;
  readonly confirmedMinutes: number;
  readonly confirmedMinor: Minor;
  readonly waitingMinutes: number;
};

/** What was given, by how it is paid, in the order money, vouchers, no pay; what was refused counts nowhere. */
export function hoursTotals(
  entries: readonly {
    readonly minutes: number;
    readonly hourlyMinor: Minor | null;
    readonly payChoice: PayChoice;
    readonly state: HoursState;
  }[],
): HoursTotal[] {
  return PAY_CHOICES.map((payChoice) => {
    const theirs = entries.filter((entry) => entry.payChoice === payChoice);
    const confirmed = theirs.filter(({ state }) => state === 'confirmed');
    return {
      payChoice,
      confirmedMinutes: confirmed.reduce((sum, { minutes }) => sum + minutes, 0),
      confirmedMinor: confirmed.reduce((sum, entry) => sum + (payFor(entry) ?? 0), 0),
      waitingMinutes: theirs.filter(({ state }) => state === 'recorded').reduce((sum, { minutes }) => sum + minutes, 0),
    };
  });
}
