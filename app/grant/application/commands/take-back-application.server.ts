import type { Context, Tx } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { deleteMedia, findMediaOf, findUnsentOf, type Media } from '../store/media.server.ts';
import { type Application, markWithdrawn } from '../store.server.ts';
import { endDraftHelp } from './end-draft-help.server.ts';

/**
 * Writes down that an application is taken back, and lets everybody be told; the caller has decided that it may be.
 *
 * @param isByStaff  whoever wrote it down for somebody takes it back, and not its owner
 * @returns          the recordings that nobody was ever sent: their rows are gone, their files are the caller's to delete
 */
export function takeBackApplication(
  tx: Tx,
  context: Context,
  found: Application,
  reason: string,
  isByStaff = false,
): readonly Media[] {
  const unseen = [...(found.state === 'draft' ? findMediaOf(tx, found.id) : []), ...findUnsentOf(tx, found.id)];
  deleteMedia(
    tx,
    unseen.map((recording) => recording.id),
  );
  endDraftHelp(tx, context, found.id, 'taken-back');
  markWithdrawn(tx, found.id, reason === '' ? null : reason, context.now);
  promise(tx, context, {
    kind: 'application-withdrawn',
    subjectId: found.id,
    detail: { wasSubmitted: found.state === 'submitted' ? 'yes' : 'no', ...(isByStaff ? { byStaff: 'yes' } : {}) },
  });
  return unseen;
}
