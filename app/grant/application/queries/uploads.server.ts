import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { mayEdit, mayManageTeam, mayView } from '../rules/team.ts';
import { findMedia } from '../store/media.server.ts';
import { findOpenMerges } from '../store/merges.server.ts';
import { findApplication } from '../store.server.ts';
import { isStillOpen } from './open-reopening.server.ts';
import { myRole, myRoleIn } from './team.server.ts';

/** The recording that somebody of the team is sending, or has sent: a sender may have missed the last answer. */
export function uploadOf(
  context: Context,
  mediaId: Id,
): { applicationId: Id; questionId: Id; bytes: number; isReceiving: boolean; isJudged: boolean } | null {
  const found = findMedia(context.db, mediaId);
  const application = found === null ? null : findApplication(context.db, found.applicationId);
  if (found === null || application === null || !mayEdit(myRole(context, application))) return null;
  if (!isStillOpen(context, application, found)) return null;
  const { applicationId, questionId, bytes, state } = found;
  const isJudged = state === 'ready' || state === 'rejected';
  return { applicationId, questionId, bytes, isReceiving: state === 'receiving', isJudged };
}

/** Whether the signed-in person may watch a recording: it is their own, their team's, or comes into their draft. */
export function mayWatchOwn(context: Context, mediaId: Id): boolean {
  const found = findMedia(context.db, mediaId);
  const application = found === null ? null : findApplication(context.db, found.applicationId);
  if (application === null) return false;
  return mayView(myRole(context, application)) || mayChooseFrom(context, application.id);
}

/** Whoever is to choose between the answers of two drafts hears and sees those of the other, once it was agreed. */
function mayChooseFrom(context: Context, applicationId: Id): boolean {
  return findOpenMerges(context.db, applicationId).some(
    ({ intoId, fromId, agreedAt }) =>
      fromId === applicationId && agreedAt !== null && mayManageTeam(myRoleIn(context, intoId)),
  );
}

/** Whether the signed-in person may send the picture that stands for a video: of something that they may still change. */
export function maySendPoster(context: Context, mediaId: Id): boolean {
  const found = findMedia(context.db, mediaId);
  const application = found === null ? null : findApplication(context.db, found.applicationId);
  if (application === null || !mayEdit(myRole(context, application))) return false;
  return found?.kind === 'video' && isStillOpen(context, application, found);
}
