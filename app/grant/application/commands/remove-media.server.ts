import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { isStillOpen, placeFor } from '../queries/open-reopening.server.ts';
import { myRole } from '../queries/team.server.ts';
import { decideSeen, type UnseenRefusal } from '../rules/media.ts';
import { mayEdit } from '../rules/team.ts';
import { deleteMedia, findMediaAt, type Media } from '../store/media.server.ts';
import { findApplication } from '../store.server.ts';
import { deleteFiles } from './delete-files.server.ts';
import { noteSaveFromOutside } from './note-save-from-outside.server.ts';

export type RemoveRefusal = 'not-found' | 'frozen' | UnseenRefusal;

/**
 * Takes the recordings off a question, whether they have arrived or not; their files are deleted. What was sent stays:
 * where a question is reopened, only what was recorded for it since then goes.
 *
 * @param which.only   just this one
 * @param which.shown  what the page showed, as `decideSeen` reads it: where somebody put another one there meanwhile, or
 *                    began to send one, nothing is removed
 */
export async function removeMedia(
  context: Context,
  applicationId: Id,
  questionId: Id,
  which: { readonly only?: Id; readonly shown?: readonly string[] } = {},
): Promise<Outcome<'removed', RemoveRefusal>> {
  const removed = context.transact<Media[], RemoveRefusal>((tx) => {
    const found = findApplication(tx, applicationId);
    if (found === null || !mayEdit(myRole(context, found))) return refused('not-found');
    const place = placeFor(context, found, questionId);
    if (!isStillOpen(context, found, place)) return refused('frozen');
    const there = findMediaAt(tx, place);
    const seen = decideSeen(there, which.shown ?? null, context.actor?.personId ?? null);
    if (!seen.ok) return seen;
    const recordings = there.filter(({ id }) => (which.only ?? id) === id);
    deleteMedia(
      tx,
      recordings.map((recording) => recording.id),
    );
    if (recordings.length > 0) noteSaveFromOutside(tx, context, found, questionId);
    return done(recordings);
  });
  if (!removed.ok) return removed;
  await deleteFiles(context, removed.value);
  return done('removed');
}
