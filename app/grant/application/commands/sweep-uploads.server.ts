import { done } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import {
  arrivalsFolder,
  filesFolder,
  filesUntouchedSince,
  removeArrival,
  removeKept,
} from '#app/platform/files.server.ts';
import { ABANDONED_AFTER, HANGING_AFTER } from '../rules/media.ts';
import { deleteMedia, findMediaSince, knownFileNames } from '../store.server.ts';
import { finishMedia } from './finish-media.server.ts';

/**
 * Tidies up after uploads: judges those that a restart cut off, forgets those begun and left for two days,
 * and deletes files that belong to nothing. For the scheduler.
 */
export async function sweepUploads(context: Context): Promise<{ judged: number; forgotten: number; deleted: number }> {
  const hanging = findMediaSince(context.db, ['hashing', 'probing'], context.now - HANGING_AFTER);
  for (const recording of hanging) await finishMedia(context, recording.id);
  const abandoned = findMediaSince(context.db, ['receiving'], context.now - ABANDONED_AFTER);
  context.transact((tx) => {
    deleteMedia(
      tx,
      abandoned.map((recording) => recording.id),
    );
    return done('forgotten');
  });
  const lostArrivals = await lostFiles(context, arrivalsFolder(context.env));
  for (const name of lostArrivals) await removeArrival(context.env, name);
  const lostFilesKept = await lostFiles(context, filesFolder(context.env));
  for (const name of lostFilesKept) await removeKept(context.env, name);
  return {
    judged: hanging.length,
    forgotten: abandoned.length,
    deleted: lostArrivals.length + lostFilesKept.length,
  };
}

/** Old files that no recording knows, by the name of the recording they would belong to. */
async function lostFiles(context: Context, folder: string): Promise<string[]> {
  const old = await filesUntouchedSince(folder, context.now - ABANDONED_AFTER);
  const names = [...new Set(old.map((name) => name.replace(/\.json$/, '')))];
  const known = knownFileNames(context.db, names);
  return names.filter((name) => !known.has(name));
}
