import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { translationState } from '../rules/translations.ts';
import { findApprovedAmong, spokenQuestionsOf } from '../store/translations.server.ts';
import { findAnswersOf } from '../store.server.ts';

/**
 * The languages in which everything of an application can be read: its own, and those in which every answer, spoken
 * ones too, has a translation that its group has approved. Three queries however many. The caller checks who asks.
 *
 * @returns by application, BCP 47 tags, its own language first
 */
export function languagesToRead(
  context: Pick<Context, 'db'>,
  applications: readonly { readonly id: Id; readonly language: string }[],
): ReadonlyMap<Id, readonly string[]> {
  const ids = applications.map(({ id }) => id);
  const approved = Map.groupBy(findApprovedAmong(context.db, ids), ({ applicationId }) => applicationId);
  const ofThose = [...approved.keys()];
  const answers = Map.groupBy(
    findAnswersOf(context.db, ofThose).filter(({ words }) => words > 0),
    ({ applicationId }) => applicationId,
  );
  const spoken = Map.groupBy(spokenQuestionsOf(context.db, ofThose), ({ applicationId }) => applicationId);
  return new Map(
    applications.map(({ id, language: own }) => {
      const written = answers.get(id) ?? [];
      const revisions = new Map(written.map(({ questionId, revision }) => [questionId, revision]));
      const translations = (approved.get(id) ?? []).filter(
        (row) => translationState(row, revisions.get(row.questionId) ?? 0) === 'approved',
      );
      const isIn = (language: string, questionId: Id, said: string | null) =>
        (said ?? own) === language ||
        translations.some((row) => row.questionId === questionId && row.language === language);
      const others = [...new Set(translations.map(({ language }) => language))].filter(
        (language) =>
          language !== own &&
          written.every((answer) => isIn(language, answer.questionId, answer.language)) &&
          (spoken.get(id) ?? []).every(({ questionId }) => isIn(language, questionId, null)),
      );
      return [id, [own, ...others.toSorted()]];
    }),
  );
}
