import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { translationPage } from '../queries/translation-page.server.ts';
import { markApproved } from '../store/translations.server.ts';

/**
 * Says for the group that a translation says what they mean; from then on those who decide read it.
 *
 * @param revision  of the translation, as it was read
 */
export function approveTranslation(
  context: Context,
  applicationId: Id,
  questionId: Id,
  language: string,
  revision: number,
): Outcome<'approved', 'not-found' | 'changed-elsewhere'> {
  const { actor } = context;
  return context.transact<'approved', 'not-found' | 'changed-elsewhere'>((tx) => {
    const page = translationPage(context, applicationId, questionId);
    const translation = page?.translations.find((row) => row.language === language);
    if (actor === null || !page?.powers.mayApprove || translation === undefined) return refused('not-found');
    if (translation.state === 'approved') return done('approved');
    if (translation.revision !== revision || translation.state === 'outdated') return refused('changed-elsewhere');
    markApproved(tx, { applicationId, questionId, language }, actor.personId, context.now);
    return done('approved');
  });
}
