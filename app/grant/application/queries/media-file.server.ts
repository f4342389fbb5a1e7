import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { findMedia } from '../store/media.server.ts';

/** Whose recording this is; null when there is none that may be watched. */
export function mediaOwner(context: Pick<Context, 'db'>, mediaId: Id): { applicationId: Id } | null {
  const found = findMedia(context.db, mediaId);
  return found?.state === 'ready' ? { applicationId: found.applicationId } : null;
}

/** The recording itself, whole or in part, or a short-lived link to it. The caller has checked who asks. */
export async function mediaResponse(
  context: Pick<Context, 'db' | 'files'>,
  mediaId: Id,
  request: Request,
): Promise<Response> {
  const found = findMedia(context.db, mediaId);
  if (found?.state !== 'ready' || found.storedName === null || found.mime === null || found.sha256 === null) {
    return new Response(null, { status: 404 });
  }
  const { storedName, mime, sha256 } = found;
  return context.files.respond({ storedName, mime, sha256 }, request);
}
