import type { Context } from '#app/platform/context.server.ts';
import { removeArrival, removeKept } from '#app/platform/files.server.ts';
import { namesOf } from '../rules/stored-names.ts';
import type { Media } from '../store/media.server.ts';

/** Deletes what is on disk of recordings that no longer exist, however far each of them had come. */
export async function deleteFiles(
  context: Context,
  recordings: readonly Pick<Media, 'id' | 'storedName'>[],
): Promise<void> {
  for (const { id, storedName } of recordings) {
    for (const name of namesOf(id)) await removeArrival(context.env, name);
    for (const name of new Set([...namesOf(id), storedName ?? id])) await removeKept(context.env, name);
  }
}
