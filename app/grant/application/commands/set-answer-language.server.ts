import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { translationPage } from '../queries/translation-page.server.ts';
import { writeAnswerLanguage, writeSpokenLanguage } from '../store/translations.server.ts';

/** Says which language an answer is written in, and which is spoken in its recording; the words stay as they are. */
export function setAnswerLanguage(
  context: Context,
  applicationId: Id,
  questionId: Id,
  languages: { readonly written?: string | undefined; readonly spoken?: string | undefined },
): Outcome<'set', 'not-found' | 'changed-elsewhere'> {
  return context.transact<'set', 'not-found' | 'changed-elsewhere'>((tx) => {
    const page = translationPage(context, applicationId, questionId);
    if (page === null || !page.powers.mayWrite) return refused('not-found');
    if (page.state !== 'draft') return refused('changed-elsewhere');
    if (languages.written !== undefined) writeAnswerLanguage(tx, applicationId, questionId, languages.written);
    if (languages.spoken !== undefined) writeSpokenLanguage(tx, applicationId, questionId, languages.spoken);
    return done('set');
  });
}
