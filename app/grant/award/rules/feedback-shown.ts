import type { Instant } from '#app/kernel/instant.ts';

/** What reviewers wrote, as one letter carries it. */
export type FeedbackPiece = {
  /** Empty when nobody wrote anything. */
  readonly text: string;
  /** Of its headings, which are the portal's: BCP 47. */
  readonly language: string;
  /** From when the group may read it. */
  readonly from: Instant;
};

export type FeedbackShown = {
  /** What may be read now, each text once, in the order of the letters. */
  readonly texts: readonly Pick<FeedbackPiece, 'text' | 'language'>[];
  /** When the first of what is still kept back may be read; null when nothing is. */
  readonly laterFrom: Instant | null;
};

/** What a group may read now of all that reviewers wrote: two letters often carry the same words. */
export function feedbackShown(pieces: readonly FeedbackPiece[], now: Instant): FeedbackShown {
  const written = pieces.filter(({ text }) => text.trim() !== '');
  const open = new Map(written.filter(({ from }) => from <= now).map(({ text, language }) => [text, language]));
  const later = written.filter(({ text, from }) => from > now && !open.has(text));
  const texts = [...open].map(([text, language]) => ({ text, language }));
  return { texts, laterFrom: later.length === 0 ? null : Math.min(...later.map(({ from }) => from)) };
}
