import type { Id } from '#app/kernel/id.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { isDiskFull } from '#app/platform/disk-full.ts';
import { arrivalPath, writeStream } from '#app/platform/files.server.ts';
import type { MediaRejection } from '../rules/judging.ts';
import { type BeginRefusal, beginMedia } from './begin-media.server.ts';
import { finishMedia } from './finish-media.server.ts';
import { removeMedia } from './remove-media.server.ts';

/** Takes in a recording that comes in one piece, as a form without scripts sends it, straight to disk. */
export async function receiveMedia(
  context: Context,
  coming: {
    applicationId: Id;
    questionId: Id;
    fileName: string;
    shown?: readonly string[];
    chunks: AsyncIterable<Uint8Array>;
  },
): Promise<Outcome<{ mediaId: Id }, BeginRefusal | MediaRejection>> {
  const { chunks, ...announced } = coming;
  const { applicationId, questionId } = coming;
  const begun = await beginMedia(context, { ...announced, bytes: null });
  if (!begun.ok) return begun;
  const { mediaId, bytesMax } = begun.value;
  try {
    await writeStream(arrivalPath(context.env, mediaId), chunks, bytesMax);
  } catch (error) {
    // It stopped half way and cannot be resumed, so it must not stand in the way of submitting.
    await removeMedia(context, applicationId, questionId, { only: mediaId });
    if (isDiskFull(error)) return refused('disk-full');
    throw error;
  }
  return finishMedia(context, mediaId);
}
