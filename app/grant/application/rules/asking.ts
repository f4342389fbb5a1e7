import type { Instant } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { DateKind } from '../../call/rules/plan.ts';
import type { ApplicationState } from './state.ts';
import { countWords } from './words.ts';

/** A question, not a second application. */
export const ASK_WORDS_MAX = 100;
/** Somebody with more than that needs a talk: the page offers one. */
export const WAITING_QUESTIONS_MAX = 5;

type Dated = { readonly dates: readonly { readonly kind: DateKind; readonly startsAt: Instant }[] };

/** The end of what a plan gives a date to: strictly before it; null where the plan names none. */
function deadlineOf(call: Dated, kind: DateKind): Instant | null {
  return call.dates.find((date) => date.kind === kind)?.startsAt ?? null;
}

/** Until when questions may be asked and answers be published: the plan's date, or else the closing. */
export function questionsEndAt(call: Dated & { readonly closesAt: Instant }): Instant {
  return deadlineOf(call, 'questions-close') ?? call.closesAt;
}

/** Until when somebody may ask to have a draft read; null where the plan promises no such help. */
export function draftFeedbackEndsAt(call: Dated): Instant | null {
  return deadlineOf(call, 'draft-feedback');
}

export type AskRefusal = 'not-a-draft' | 'questions-over' | 'too-many-waiting' | 'question-empty' | 'question-too-long';

/**
 * Decides whether a question may be asked from inside an application. The first refusal wins.
 *
 * @param endsAt   until when questions may be asked
 * @param waiting  how many of this application have no answer yet
 */
export function decideAsk(
  application: { readonly state: ApplicationState },
  text: string,
  endsAt: Instant,
  waiting: number,
  now: Instant,
): Outcome<'ask', AskRefusal> {
  if (application.state !== 'draft') return refused('not-a-draft');
  if (now >= endsAt) return refused('questions-over');
  if (waiting >= WAITING_QUESTIONS_MAX) return refused('too-many-waiting');
  if (text.trim() === '') return refused('question-empty');
  return countWords(text) > ASK_WORDS_MAX ? refused('question-too-long') : done('ask');
}

export type PublishReplyRefusal = 'not-answered' | 'already-published' | 'questions-over';

/** Decides whether the answer to a question may be shown to everybody: all must still have time to use it. */
export function decidePublishReply(
  question: { readonly answeredAt: Instant | null; readonly publishedAt: Instant | null },
  endsAt: Instant,
  now: Instant,
): Outcome<'publish', PublishReplyRefusal> {
  if (question.answeredAt === null) return refused('not-answered');
  if (question.publishedAt !== null) return refused('already-published');
  return now >= endsAt ? refused('questions-over') : done('publish');
}
