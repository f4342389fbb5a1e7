import type { Instant } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';

export type Feels = 'good' | 'mixed' | 'hard';
export const FEELS: readonly Feels[] = ['good', 'mixed', 'hard'];

/** First and last moment of a day on somebody's calendar. */
export type Day = { readonly from: Instant; readonly until: Instant };

/**
 * The moment a talk of a given day counts as held: people remember the day, not the hour.
 * Today means until now; a day to come stays in the future, to be refused.
 */
export function heldOn(day: Day, now: Instant): Instant {
  return day.from > now ? day.from : Math.min(day.until, now);
}

/** What was said, in a few lines each: a check-in takes under three minutes to write down. */
export type SaidInCheckIn = {
  readonly heldAt: Instant;
  readonly promised: string;
  readonly happened: string;
  readonly changed: string;
  readonly helpNeeded: string;
  readonly feels: Feels;
};

export const CHECK_IN_TEXT_MAX = 1_500;

export type CheckInRefusal =
  | 'held-in-the-future'
  | 'held-before-award'
  | 'promised-missing'
  | 'happened-missing'
  | 'text-too-long'
  | 'milestone-not-open';

/** Decides whether a check-in can be recorded. */
export function decideCheckIn(
  facts: { readonly acceptedAt: Instant; readonly milestone: 'open' | 'met' | 'unknown' | null },
  said: SaidInCheckIn,
  now: Instant,
): Outcome<'recorded', CheckInRefusal> {
  if (said.heldAt > now) return refused('held-in-the-future');
  if (said.heldAt < facts.acceptedAt) return refused('held-before-award');
  if (said.promised.trim() === '') return refused('promised-missing');
  if (said.happened.trim() === '') return refused('happened-missing');
  const texts = [said.promised, said.happened, said.changed, said.helpNeeded];
  if (texts.some((text) => text.trim().length > CHECK_IN_TEXT_MAX)) return refused('text-too-long');
  if (facts.milestone !== null && facts.milestone !== 'open') return refused('milestone-not-open');
  return done('recorded');
}

export type CheckInState = 'to-confirm' | 'confirmed' | 'not-right';

export type GroupAnswer = { readonly confirmedByGroupAt: Instant | null; readonly disputedAt: Instant | null };

/** Where a check-in stands with the group. */
export function checkInState(answer: GroupAnswer): CheckInState {
  if (answer.confirmedByGroupAt !== null) return 'confirmed';
  return answer.disputedAt === null ? 'to-confirm' : 'not-right';
}

/** The group says once whether a check-in is right; when it is not, it says what is not. */
export function decideGroupAnswer(
  before: GroupAnswer,
  answer: { readonly isRight: boolean; readonly note: string },
): Outcome<'answered', 'already-answered' | 'note-missing' | 'text-too-long'> {
  if (checkInState(before) !== 'to-confirm') return refused('already-answered');
  if (!answer.isRight && answer.note.trim() === '') return refused('note-missing');
  if (answer.note.trim().length > CHECK_IN_TEXT_MAX) return refused('text-too-long');
  return done('answered');
}
