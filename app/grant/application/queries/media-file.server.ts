import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { downloadName } from '../rules/download-name.ts';
import type { MediaKind } from '../rules/media.ts';
import { storedName } from '../rules/stored-names.ts';
import { findMedia } from '../store/media.server.ts';
import { findCopy, findPoster, findText, type MediaCopy } from '../store/recordings.server.ts';

type Reader = Pick<Context, 'db' | 'files'>;

/** Whose recording or file this is, for those who read what was sent; null when there is none, or it was not sent yet. */
export function mediaOwner(
  context: Pick<Context, 'db'>,
  mediaId: Id,
): { applicationId: Id; kind: MediaKind | null } | null {
  const found = findMedia(context.db, mediaId);
  if (found?.state !== 'ready' || found.aside === 'unsent') return null;
  return { applicationId: found.applicationId, kind: found.kind };
}

/** The recording or the file itself, whole or in part, or a short-lived link to it; of a recording the copy that everything plays. The caller has checked who asks. */
export async function mediaResponse(context: Reader, mediaId: Id, request: Request): Promise<Response> {
  const found = findMedia(context.db, mediaId);
  if (found?.state !== 'ready' || found.storedName === null || found.mime === null || found.sha256 === null) {
    return new Response(null, { status: 404 });
  }
  const { mime, sha256 } = found;
  // What a telephone calls a film may name who made it, and when.
  const named = (type: string) => downloadName(found.kind === 'file' ? found.fileName : (found.kind ?? ''), type);
  const copy = findCopy(context.db, mediaId);
  if (copy?.state === 'ready' && copy.mime !== null && copy.sha256 !== null) {
    const { mime: type, sha256: copied } = copy;
    const file = { storedName: storedName(mediaId, 'copy'), mime: type, sha256: copied, fileName: named(type) };
    return context.files.respond(file, request);
  }
  return context.files.respond({ storedName: found.storedName, mime, sha256, fileName: named(mime) }, request);
}

/** How far the copy of a recording is; without a state where none is made. The caller has checked who asks. */
export function copyProgress(context: Reader, mediaId: Id): { state: MediaCopy['state'] | null; percent: number } {
  const copy = findCopy(context.db, mediaId);
  return { state: copy?.state ?? null, percent: copy?.percent ?? 0 };
}

/**
 * A part of a recording. The caller has checked who asks.
 *
 * @param onlyApproved  captions count once the applicant has approved them, for everybody but themselves
 */
export async function mediaPartResponse(
  context: Reader,
  mediaId: Id,
  part: string,
  request: Request,
  { onlyApproved }: { onlyApproved: boolean },
): Promise<Response> {
  if (part === 'poster') {
    const poster = findPoster(context.db, mediaId);
    if (poster === null) return new Response(null, { status: 404 });
    const file = { storedName: storedName(mediaId, 'poster'), mime: 'image/jpeg', sha256: poster.sha256 };
    return context.files.respond(file, request);
  }
  const captions = part === 'captions' ? findText(context.db, mediaId, 'captions') : null;
  if (captions === null || (onlyApproved && captions.approvedAt === null)) return new Response(null, { status: 404 });
  return new Response(captions.text, {
    headers: { 'Content-Type': 'text/vtt; charset=utf-8', 'Cache-Control': 'private, no-store' },
  });
}
