import type { Minor } from '#app/kernel/money.ts';
import { type Details, type DetailTerms, missingDetails, NO_DETAILS } from './details.ts';
import { type DraftAnswer, isAnswered, isTooWordy } from './submitting.ts';

export type Progress =
  | 'empty'
  | 'started'
  | 'done'
  | 'optional'
  | 'too-long'
  | 'too-much'
  | 'unclear'
  | 'waiting'
  | 'to-approve';

/** How far one answer is, in the word the task list shows. */
export function answerProgress(answer: DraftAnswer): Progress {
  if (answer.recordings.some((recording) => recording.state !== 'ready')) return 'waiting';
  if (isTooWordy(answer)) return 'too-long';
  if (answer.fault !== null) return 'unclear';
  if (answer.recordings.some(({ hasUnapprovedText }) => hasUnapprovedText)) return 'to-approve';
  if (isAnswered(answer)) return 'done';
  return answer.required ? 'empty' : 'optional';
}

/** How far the details are. The language is never missing: it starts as English. */
export function detailsProgress(details: Details, terms: DetailTerms & { readonly awardMaxMinor: Minor }): Progress {
  if (details.amountMinor !== null && details.amountMinor > terms.awardMaxMinor) return 'too-much';
  const missing = missingDetails(details, terms).length;
  if (missing === 0) return 'done';
  return missing === missingDetails(NO_DETAILS, terms).length ? 'empty' : 'started';
}

type Task = { readonly required: boolean; readonly isConditional: boolean; readonly progress: Progress };

/**
 * How many of the needed parts are done. What may stay empty never counts, so that the whole only changes when a
 * choice brings a question up or takes one away.
 *
 * @param questions  those that concern this applicant
 * @returns          `broughtUp`: how many of `all` are there because of a choice
 */
export function neededParts(
  details: Progress,
  questions: readonly Task[],
): { done: number; all: number; broughtUp: number } {
  const needed = questions.filter(({ required }) => required);
  const parts = [details, ...needed.map(({ progress }) => progress)];
  return {
    done: parts.filter((progress) => progress === 'done').length,
    all: parts.length,
    broughtUp: needed.filter(({ isConditional }) => isConditional).length,
  };
}

/** Minutes of answering that are left, counting only what has to be answered. */
export function minutesLeft(details: Details, answers: readonly DraftAnswer[], terms: DetailTerms): number {
  const forDetails = missingDetails(details, terms).length;
  const unanswered = answers.filter((answer) => answer.required && !isAnswered(answer));
  return unanswered.reduce((sum, answer) => sum + answer.minutes, forDetails);
}
