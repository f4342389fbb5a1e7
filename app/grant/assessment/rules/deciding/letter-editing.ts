import { sha256Hex } from '#app/kernel/digest.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { LetterWords } from './content-hash.ts';
import { LETTER_BODY_MAX, LETTER_FEEDBACK_MAX, LETTER_SUBJECT_MAX } from './letter-limits.ts';

export type EditRefusal = 'locked' | 'letter-empty' | 'letter-too-long' | 'changed-meanwhile';

type Edited = Omit<LetterWords, 'language'>;

/** A letter in a few letters: a form brings it back and so says which one it showed. */
export function letterMark({ subject, body, feedback }: Edited): string {
  return sha256Hex(JSON.stringify([subject, body, feedback])).slice(0, 16);
}

/**
 * Whether a letter may be rewritten; its subject and its body are never empty.
 *
 * @param shown  the mark of the letter as it was shown to whoever rewrote it
 */
export function decideEditing(
  facts: { readonly isLocked: boolean; readonly before: Edited },
  words: Edited,
  shown: string,
): Outcome<Edited, EditRefusal> {
  if (facts.isLocked) return refused('locked');
  const written = { subject: words.subject.trim(), body: words.body.trim(), feedback: words.feedback.trim() };
  if (written.subject === '' || written.body === '') return refused('letter-empty');
  const isTooLong =
    written.subject.length > LETTER_SUBJECT_MAX ||
    written.body.length > LETTER_BODY_MAX ||
    written.feedback.length > LETTER_FEEDBACK_MAX;
  if (isTooLong) return refused('letter-too-long');
  const now = letterMark(facts.before);
  if (now !== shown && now !== letterMark(written)) return refused('changed-meanwhile');
  return done(written);
}
