import type { Context } from '#app/platform/context.server.ts';
import { removeArrival, removeKept } from '#app/platform/files.server.ts';
import type { Media } from '../store/media.server.ts';

/** Deletes what is on disk of recordings that no longer exist, however far each of them had come. */
export async function deleteFiles(
  context: Context,
  recordings: readonly Pick<Media, 'id' | 'storedName'>[],
): Promise<void> {
  for (const { id, storedName } of recordings) {
    await removeArrival(context.env, id);
    await removeKept(context.env, storedName ?? id);
  }
}
