import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { LetterWords } from './content-hash.ts';
import { letterMark } from './letter-editing.ts';

/** A letter that is written down, as far as a tie that came later matters to it. */
export type LetterStanding = {
  readonly applicationId: Id;
  readonly writtenAt: Instant;
  readonly isEdited: boolean;
  /** When a tie last took a sheet out that it may quote; null when none did. */
  readonly takenOutAt: Instant | null;
};

/**
 * Whether a letter may carry words of somebody who turned out to be tied since it was written. One that somebody rewrote
 * at that very moment was rewritten after it.
 */
export function mayQuoteTied({ writtenAt, isEdited, takenOutAt }: Omit<LetterStanding, 'applicationId'>): boolean {
  if (takenOutAt === null) return false;
  return isEdited ? takenOutAt > writtenAt : takenOutAt >= writtenAt;
}

/**
 * What becomes of the letters of a decision before they go out. What the portal drafted it drafts again from the sheets
 * that still count. What somebody wrote by hand only a person can look at.
 */
export function weighTiedWords(letters: readonly LetterStanding[]): { readonly redraft: Id[]; readonly look: Id[] } {
  const quoting = letters.filter(mayQuoteTied);
  const ids = (isEdited: boolean) =>
    quoting.filter((letter) => letter.isEdited === isEdited).map(({ applicationId }) => applicationId);
  return { redraft: ids(false), look: ids(true) };
}

export type TakeOutRefusal = 'nothing-to-take-out' | 'letter-empty' | 'changed-meanwhile' | 'only-taking-out';

type Rewritten = Pick<LetterWords, 'body' | 'feedback'>;

/**
 * Whether a letter that two people agreed on may go out with fewer sentences: only where a tie calls for it, and only
 * by taking whole sentences out, so that nothing goes out that the second person has not read.
 *
 * @param shown  the mark of the letter as it was shown to whoever shortened it
 */
export function decideTakingOut(
  before: LetterWords & Omit<LetterStanding, 'applicationId'>,
  words: Rewritten,
  shown: string,
): Outcome<Rewritten, TakeOutRefusal> {
  if (!mayQuoteTied(before)) return refused('nothing-to-take-out');
  if (letterMark(before) !== shown) return refused('changed-meanwhile');
  const kept = { body: words.body.trim(), feedback: words.feedback.trim() };
  if (kept.body === '') return refused('letter-empty');
  if (!isPartOf(kept.body, before.body) || !isPartOf(kept.feedback, before.feedback)) return refused('only-taking-out');
  return done(kept);
}

const BULLET = '•';

/**
 * What of a feedback that somebody edited still stands among what reviewers wrote: whole sentences, in their own order and
 * lines, and a heading only above something.
 *
 * @param standing  the feedback as `mergedFeedback` writes it from the sheets that count
 */
export function stillStanding(edited: string, standing: string): string {
  const sentences = new Set(sentencesOf(standing));
  const headings = new Set(standing.split('\n').filter((line) => !line.startsWith(BULLET)));
  const lines = edited.split('\n').flatMap((line) => {
    const kept = sentencesOf(line).filter((sentence) => sentences.has(sentence));
    return kept.length === 0 ? [] : [kept.join(' ')];
  });
  const isAbove = (place: number) => lines[place + 1] !== undefined && !headings.has(lines[place + 1] ?? '');
  return lines
    .filter((line, place) => !headings.has(line) || isAbove(place))
    .map((line, place) => (place > 0 && headings.has(line) ? `\n${line}` : line))
    .join('\n');
}

/** Whether a text is another one with nothing but whole sentences taken out of it. */
function isPartOf(text: string, whole: string): boolean {
  const rest = sentencesOf(whole);
  return sentencesOf(text).every((sentence) => {
    const place = rest.indexOf(sentence);
    if (place < 0) return false;
    rest.splice(0, place + 1);
    return true;
  });
}

/** Sentences and lines, without the space around them. */
function sentencesOf(text: string): string[] {
  return text
    .split(/\n+|(?<=[.!?؟。])\s+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
