import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { translationPage } from '../queries/translation-page.server.ts';
import { deleteTranslation } from '../store/translations.server.ts';

/** Takes a translation away, unless those who decide may have read it; a second press changes nothing. */
export function removeTranslation(
  context: Context,
  applicationId: Id,
  questionId: Id,
  language: string,
): Outcome<'removed', 'not-found' | 'read-already'> {
  return context.transact<'removed', 'not-found' | 'read-already'>((tx) => {
    const page = translationPage(context, applicationId, questionId);
    if (page === null || !page.powers.mayWrite) return refused('not-found');
    if (page.translations.find((row) => row.language === language)?.isFixed) return refused('read-already');
    deleteTranslation(tx, { applicationId, questionId, language });
    return done('removed');
  });
}
