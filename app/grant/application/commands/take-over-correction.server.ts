import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { translationPage } from '../queries/translation-page.server.ts';
import { deleteCorrection, markApproved, writeTranslation } from '../store/translations.server.ts';

/**
 * Says for the group that other words say better what they mean: they take the place of the translation, approved.
 *
 * @param revision  of the correction, as it was read
 */
export function takeOverCorrection(
  context: Context,
  applicationId: Id,
  questionId: Id,
  language: string,
  revision: number,
): Outcome<'taken-over', 'not-found' | 'changed-elsewhere'> {
  const { actor } = context;
  return context.transact<'taken-over', 'not-found' | 'changed-elsewhere'>((tx) => {
    const page = translationPage(context, applicationId, questionId);
    const translation = page?.translations.find((row) => row.language === language);
    if (actor === null || !page?.powers.mayApprove || translation === undefined) return refused('not-found');
    const { correction } = translation;
    // Taken over already, or taken away meanwhile: a second press finds nothing to do.
    if (correction === null) return done('taken-over');
    if (correction.revision !== revision) return refused('changed-elsewhere');
    const place = { applicationId, questionId, language };
    writeTranslation(tx, {
      ...place,
      text: correction.text,
      translator: correction.translator,
      ofRevision: page.revision,
      revision: translation.revision + 1,
      origin: 'person',
      // Whoever speaks for the group puts it here; who translated is named beside it.
      writtenBy: actor.personId,
      writtenAt: context.now,
    });
    markApproved(tx, place, actor.personId, context.now);
    deleteCorrection(tx, place);
    return done('taken-over');
  });
}

/** Takes a correction away before the group has taken it over; a second press changes nothing. */
export function dropCorrection(
  context: Context,
  applicationId: Id,
  questionId: Id,
  language: string,
): Outcome<'dropped', 'not-found'> {
  return context.transact((tx) => {
    if (!translationPage(context, applicationId, questionId)?.powers.mayWrite) return refused('not-found');
    deleteCorrection(tx, { applicationId, questionId, language });
    return done('dropped');
  });
}
