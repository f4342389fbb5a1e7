import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { ffmpegIn } from '#app/platform/ffmpeg.server.ts';
import { downloadName } from '../rules/download-name.ts';
import { storedName } from '../rules/stored-names.ts';
import { findSilent, findSound } from '../store/sounds.server.ts';

const MIME = 'audio/mp4';

/** The sound of a recording without its picture, as it was made; 404 where there is none. The caller has checked who asks. */
export async function soundResponse(
  context: Pick<Context, 'db' | 'files'>,
  mediaId: Id,
  request: Request,
): Promise<Response> {
  const sound = findSound(context.db, mediaId);
  if (sound === null || sound.sha256 === null) return new Response(null, { status: 404 });
  const file = {
    storedName: storedName(mediaId, 'sound'),
    mime: MIME,
    sha256: sound.sha256,
    fileName: downloadName('sound', MIME),
  };
  return context.files.respond(file, request);
}

/** Those of these recordings that can be heard without being seen: not the silent, and none where nothing makes sound of them. */
export function audibleAmong(context: Pick<Context, 'db' | 'env'>, mediaIds: readonly Id[]): ReadonlySet<Id> {
  if (ffmpegIn(context.env) === null) return new Set();
  const silent = findSilent(context.db, mediaIds);
  return new Set(mediaIds.filter((id) => !silent.has(id)));
}
