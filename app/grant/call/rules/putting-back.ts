import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { QUESTIONS_MAX } from './questions.ts';

export type PutBackRefusal = 'not-found' | 'too-many-questions';

/** A question that was taken out of a list, with the place it had there. */
export type TakenOut<Question> = { readonly question: Question; readonly position: number };

/**
 * The list with the question that was taken out last, at the place it had, or at the end of a list that is shorter now.
 * What became of the list meanwhile may have broken its condition: that is marked in the list, and stops publishing.
 *
 * @param askedFor  the question a reader saw as taken out; another one may have been taken out since
 */
export function decidePutBack<Question extends { readonly id: string }>(
  known: readonly Question[],
  takenOut: TakenOut<Question> | null,
  askedFor: string,
): Outcome<readonly Question[], PutBackRefusal> {
  if (takenOut === null || takenOut.question.id !== askedFor) return refused('not-found');
  if (known.length >= QUESTIONS_MAX) return refused('too-many-questions');
  return done(known.toSpliced(takenOut.position - 1, 0, takenOut.question));
}
