import { sha256Hex } from '#app/kernel/digest.ts';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';

/** A letter as it goes out. */
export type LetterWords = {
  /** BCP 47 tag. */
  readonly language: string;
  readonly subject: string;
  /** Plain words, paragraphs apart by an empty line. */
  readonly body: string;
  /** What reviewers wrote; empty for nothing. */
  readonly feedback: string;
};

/**
 * What the second person confirms: everything that was decided, the scores behind it, and every letter. The order of
 * rows does not matter; any other change makes another hash.
 *
 * @param rows    what was decided about each application, as plain values in a fixed order
 * @param scoresHash  of every score that counts
 */
export function contentHash(content: {
  readonly stage: 'shortlist' | 'award';
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
  readonly scoresHash: string;
  readonly letters: ReadonlyMap<Id, LetterWords>;
  readonly feedbackFrom: Instant | null;
}): string {
  const letters = [...content.letters].map(([id, { language, subject, body, feedback }]) => [
    id,
    language,
    subject,
    body,
    feedback,
  ]);
  return sha256Hex(
    JSON.stringify([
      'decision-v1',
      content.stage,
      sorted(content.rows),
      content.scoresHash,
      sorted(letters),
      content.feedbackFrom,
    ]),
  );
}

function sorted(rows: readonly (readonly unknown[])[]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}
