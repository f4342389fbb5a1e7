import type { Context } from '#app/platform/context.server.ts';
import { removeArrival } from '#app/platform/files.server.ts';
import type { Media } from '../store/media.server.ts';

/**
 * Deletes what is kept of recordings that no longer exist, however far each of them had come.
 * What a store cannot delete now, because it is down, belongs to nothing: the sweep of uploads meets it again.
 */
export async function deleteFiles(
  context: Context,
  recordings: readonly Pick<Media, 'id' | 'storedName'>[],
): Promise<void> {
  for (const { id, storedName } of recordings) {
    await removeArrival(context.env, id);
    await context.files.remove(storedName ?? id).catch((error: unknown) => {
      context.log.warn({ upload: id, error: String(error) }, 'a file could not be deleted yet; the sweep will do it');
    });
  }
}
