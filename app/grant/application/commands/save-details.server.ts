import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { editRight } from '../queries/team.server.ts';
import { type Details, detailsOf } from '../rules/details.ts';
import { DETAILS } from '../rules/draft-feedback.ts';
import { followLanguage } from '../store/translations.server.ts';
import { findApplication, writeDetails } from '../store.server.ts';
import { noteSaveFromOutside } from './note-save-from-outside.server.ts';
import { type SaveRefusal, saveReopenedDetails } from './save-reopened.server.ts';

/**
 * Saves what is known of a draft, complete or not: only submitting asks for everything. Of an application that was
 * sent, the details that were reopened are written beside it, and the others stay.
 *
 * @param details       the fields to change
 * @param baseRevision  the revision the writer saw; without it the newest words win
 */
export function saveDetails(
  context: Context,
  applicationId: Id,
  details: Partial<Details>,
  baseRevision?: number,
): Outcome<{ revision: number }, SaveRefusal> {
  const { actor } = context;
  return context.transact((tx) => {
    const found = findApplication(tx, applicationId);
    const right = editRight(context, found);
    if (!right.ok) return right;
    if (actor === null || found === null) return refused('not-found');
    if (found.state !== 'draft') return saveReopenedDetails(tx, context, found, details, baseRevision);
    const wanted: Details = { ...detailsOf(found), ...details };
    const isSame = (Object.keys(wanted) as (keyof Details)[]).every((name) => wanted[name] === found[name]);
    // A save whose answer got lost on the way is sent again: it finds its own words and is content.
    if (isSame) return done({ revision: found.detailsRevision });
    if (baseRevision !== undefined && baseRevision !== found.detailsRevision) return refused('changed-elsewhere');
    const revision = found.detailsRevision + 1;
    writeDetails(tx, applicationId, wanted, revision, actor.personId, context.now);
    noteSaveFromOutside(tx, context, found, DETAILS);
    if (wanted.language !== found.language) followLanguage(tx, applicationId, found.language, wanted.language);
    return done({ revision });
  });
}
