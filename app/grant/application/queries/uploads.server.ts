import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { isApplicant } from '../rules/access.ts';
import { findApplication, findMedia } from '../store.server.ts';

/** The recording that the signed-in applicant is sending, while it may still be sent. */
export function uploadOf(context: Context, mediaId: Id): { applicationId: Id; questionId: Id; bytes: number } | null {
  const found = findMedia(context.db, mediaId);
  const application = found === null ? null : findApplication(context.db, found.applicationId);
  if (found === null || application === null || !isApplicant(context.actor, application)) return null;
  if (application.state !== 'draft' || found.state !== 'receiving') return null;
  return { applicationId: found.applicationId, questionId: found.questionId, bytes: found.bytes };
}

/** Whether the signed-in applicant may watch a recording: it is their own. */
export function mayWatchOwn(context: Context, mediaId: Id): boolean {
  const found = findMedia(context.db, mediaId);
  const application = found === null ? null : findApplication(context.db, found.applicationId);
  return application !== null && isApplicant(context.actor, application);
}
