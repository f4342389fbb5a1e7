import { stat } from 'node:fs/promises';
import type { Id } from '#app/kernel/id.ts';
import type { Outcome } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { arrivalPath, copyIn } from '#app/platform/files.server.ts';
import type { MediaRejection } from '../rules/judging.ts';
import { type BeginRefusal, beginMedia } from './begin-media.server.ts';
import { finishMedia } from './finish-media.server.ts';

/** Answers a question with a file that is on this machine already: a copy of it is judged like any other upload. */
export async function attachMedia(
  context: Context,
  attached: { applicationId: Id; questionId: Id; filePath: string; fileName: string; shown?: readonly string[] },
): Promise<Outcome<{ mediaId: Id }, BeginRefusal | MediaRejection>> {
  const { filePath, ...announced } = attached;
  const { size } = await stat(filePath);
  const begun = await beginMedia(context, { ...announced, bytes: size });
  if (!begun.ok) return begun;
  await copyIn(filePath, arrivalPath(context.env, begun.value.mediaId));
  return finishMedia(context, begun.value.mediaId);
}
