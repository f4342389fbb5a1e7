import type { Instant } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { ApplicationState } from './state.ts';
import { countWords } from './words.ts';

/** Short, so that there is time for everybody's draft. */
export const COMMENT_WORDS_MAX = 100;
/** One reading for each application and once more: help is for all. */
export const READINGS_MAX = 2;

/** What a comment is about: a question of the call by its id, or one of these. */
export const WHOLE = 'whole';
export const DETAILS = 'details';

/** A line of the copy that is lent, as the reader sees it. */
export type FeedbackLine = { readonly what: string; readonly label: string; readonly text: string };
export type FeedbackComment = { readonly what: string; readonly text: string };

export type AskReadingRefusal =
  | 'not-a-draft'
  | 'no-readings'
  | 'readings-over'
  | 'already-asked'
  | 'read-before'
  | 'nothing-written'
  | 'no-consent';

/**
 * Decides whether staff may be asked to read a draft. The first refusal wins.
 *
 * @param endsAt   the plan's date; null where the call promises no such help
 * @param before   requests of this application: one still open, and how many were answered
 */
export function decideAskReading(
  application: { readonly state: ApplicationState },
  endsAt: Instant | null,
  before: { readonly isOpen: boolean; readonly answered: number },
  copy: readonly FeedbackLine[],
  hasConsented: boolean,
  now: Instant,
): Outcome<'ask', AskReadingRefusal> {
  if (application.state !== 'draft') return refused('not-a-draft');
  if (endsAt === null) return refused('no-readings');
  if (before.isOpen) return refused('already-asked');
  if (now >= endsAt) return refused('readings-over');
  if (before.answered >= READINGS_MAX) return refused('read-before');
  if (copy.every(({ text }) => text.trim() === '')) return refused('nothing-written');
  return hasConsented ? done('ask') : refused('no-consent');
}

export type AnswerReadingRefusal = 'nothing-said' | 'comment-too-long';

/** Decides whether comments can go out as they are; which one is too long is told by its place in the copy. */
export function decideAnswerReading(
  comments: readonly FeedbackComment[],
): Outcome<readonly FeedbackComment[], AnswerReadingRefusal> {
  const said = comments.map(({ what, text }) => ({ what, text: text.trim() })).filter(({ text }) => text !== '');
  if (said.length === 0) return refused('nothing-said');
  return said.some(isCommentTooLong) ? refused('comment-too-long') : done(said);
}

/** Whether one comment has more words than fit. */
export function isCommentTooLong({ text }: Pick<FeedbackComment, 'text'>): boolean {
  return countWords(text) > COMMENT_WORDS_MAX;
}
