import type { Context } from '#app/platform/context.server.ts';
import { removeArrival } from '#app/platform/files.server.ts';
import { namesOf } from '../rules/stored-names.ts';
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
    for (const name of namesOf(id)) await removeArrival(context.env, name);
    for (const name of new Set([...namesOf(id), storedName ?? id])) {
      await context.files.remove(name).catch((error: unknown) => {
        context.log.warn(
          { upload: name, error: String(error) },
          'a file could not be deleted yet; the sweep will do it',
        );
      });
    }
  }
}
