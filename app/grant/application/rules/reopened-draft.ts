import type { Id } from '#app/kernel/id.ts';
import { type Details, detailsOf } from './details.ts';
import type { MediaState } from './media.ts';
import type { Part, ReopenedDetail } from './reopening.ts';
import { countWords } from './words.ts';

type Answer = { readonly questionId: Id; readonly text: string; readonly words: number };

/** A detail as a reopened part holds it: an amount in whole minor units, nothing as an empty text. */
export function detailText(details: Details, name: ReopenedDetail): string {
  const value = details[name];
  return value === null ? '' : String(value);
}

/** The details as they would stand with what was written for the reopened ones. */
export function detailsWith(details: Details, parts: readonly Part[]): Details {
  const written = parts.flatMap(({ detail, text }) => {
    if (detail === null) return [];
    return [[detail, detail === 'amountMinor' ? (text === '' ? null : Number(text)) : text] as const];
  });
  return { ...detailsOf(details), ...Object.fromEntries(written) };
}

/** The answers as they would stand with what was written for the reopened questions. */
export function answersWith<A extends Answer>(answers: readonly A[], parts: readonly Part[]): (A | Answer)[] {
  const reopened = parts.flatMap(({ questionId, text }) => (questionId === null ? [] : [{ questionId, text }]));
  const kept = answers.filter(({ questionId }) => !reopened.some((part) => part.questionId === questionId));
  return [...kept, ...reopened.map(({ questionId, text }) => ({ questionId, text, words: countWords(text) }))];
}

type Recording = { readonly questionId: Id; readonly reopenedPartId: Id | null; readonly state: MediaState };

/**
 * The recordings as they would stand with what was recorded for the reopened questions.
 *
 * @param unsent  all that was recorded for reopened questions; what was refused is no recording
 */
export function mediaWith<R extends Recording>(
  standing: readonly R[],
  unsent: readonly R[],
  parts: readonly { readonly id: Id }[],
): R[] {
  const anew = unsent.filter(
    ({ state, reopenedPartId }) => state !== 'rejected' && parts.some(({ id }) => id === reopenedPartId),
  );
  const kept = standing.filter(({ questionId }) => !anew.some((recording) => recording.questionId === questionId));
  return [...kept, ...anew];
}
