import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { myRole } from '../queries/team.server.ts';
import { mayEdit } from '../rules/team.ts';
import { deleteMedia, findMediaOf } from '../store/media.server.ts';
import { findApplication } from '../store.server.ts';
import { deleteFiles } from './delete-files.server.ts';
import { noteSaveFromOutside } from './note-save-from-outside.server.ts';

/**
 * Takes the recordings off a question, whether they have arrived or not; their files are deleted.
 *
 * @param onlyMediaId  just this one
 */
export async function removeMedia(
  context: Context,
  applicationId: Id,
  questionId: Id,
  onlyMediaId?: Id,
): Promise<Outcome<'removed', 'not-found' | 'frozen'>> {
  const removed = context.transact((tx) => {
    const found = findApplication(tx, applicationId);
    if (found === null || !mayEdit(myRole(context, found))) return refused('not-found');
    if (found.state !== 'draft') return refused('frozen');
    const recordings = findMediaOf(tx, applicationId).filter(
      (recording) => recording.questionId === questionId && (onlyMediaId ?? recording.id) === recording.id,
    );
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
