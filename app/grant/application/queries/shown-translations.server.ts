import type { Id } from '#app/kernel/id.ts';
import { peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { translationState } from '../rules/translations.ts';
import { findTranslations } from '../store/translations.server.ts';
import type { Answer } from '../store.server.ts';

/** What an answer says in another language, marked with who translated. */
export type ShownTranslation = {
  /** BCP 47 tag. */
  readonly language: string;
  readonly text: string;
  readonly translator: string;
  readonly isMachine: boolean;
};

/** By question: what was approved of the answers as they are. The caller has checked who asks. */
export function shownTranslations(
  context: Context,
  applicationId: Id,
  answers: readonly Answer[],
): ReadonlyMap<Id, readonly ShownTranslation[]> {
  const revisions = new Map(answers.map(({ questionId, revision }) => [questionId, revision]));
  const approved = findTranslations(context.db, applicationId).filter(
    (row) => translationState(row, revisions.get(row.questionId) ?? 0) === 'approved',
  );
  if (approved.length === 0) return new Map();
  const writers = peopleById(
    context,
    approved.map((row) => row.writtenBy),
  );
  return Map.groupBy(
    approved.map((row) => ({
      questionId: row.questionId,
      language: row.language,
      text: row.text,
      translator: row.translator === '' ? (writers.get(row.writtenBy)?.name ?? '') : row.translator,
      isMachine: row.origin === 'machine',
    })),
    ({ questionId }) => questionId,
  );
}
