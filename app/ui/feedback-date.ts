import { z } from 'zod';
import type { Instant } from '#app/kernel/instant.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { readLocalTime } from './local-time.ts';

const { common, decisionDesk } = wordsIn('en').words;

/** When groups read what reviewers wrote, as the form that locks a decision posts it. */
export const feedbackFields = {
  feedback: z.enum(['at-once', 'later'], common.fieldNotChosen),
  feedbackFrom: z.string().default(''),
};

/** The moment that was chosen; null is with the letter. */
export function readFeedbackFrom(
  typed: { readonly feedback: 'at-once' | 'later'; readonly feedbackFrom: string },
  timeZone: string,
  check: z.RefinementCtx,
): Instant | null {
  if (typed.feedback === 'at-once') return null;
  const moment = readLocalTime(typed.feedbackFrom, timeZone);
  if (moment.ok) return moment.value;
  check.addIssue({ code: 'custom', path: ['feedbackFrom'], message: decisionDesk.feedbackMissing });
  return z.NEVER;
}
