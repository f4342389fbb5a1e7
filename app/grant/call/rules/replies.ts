import { done, type Outcome, refused } from '#app/kernel/outcome.ts';

export const REPLY_QUESTION_CHARACTERS_MAX = 500;
export const REPLY_ANSWER_CHARACTERS_MAX = 3_000;
/** A page that answers more than this answers nobody. */
export const REPLIES_MAX = 100;

export type ReplyFault = 'reply-incomplete' | 'reply-too-long' | 'too-many-replies';

/** Decides whether a question and its answer can be shown to everybody. The first refusal wins. */
export function decideReply(
  words: { readonly question: string; readonly answer: string },
  published: number,
): Outcome<'publish', ReplyFault> {
  const question = words.question.trim();
  const answer = words.answer.trim();
  if (question === '' || answer === '') return refused('reply-incomplete');
  if (question.length > REPLY_QUESTION_CHARACTERS_MAX || answer.length > REPLY_ANSWER_CHARACTERS_MAX) {
    return refused('reply-too-long');
  }
  return published >= REPLIES_MAX ? refused('too-many-replies') : done('publish');
}
