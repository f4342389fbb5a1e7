import { done } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { ORIGINAL_KEPT_FOR } from '../rules/media.ts';
import { findOldOriginals, markOriginalGone } from '../store/recordings.server.ts';

const FORGOTTEN_AT_ONCE = 50;

/**
 * Deletes originals whose copy has been there for as long as a backup may be asked for that does not know it.
 * For the scheduler. A store that is down is asked again the next time.
 *
 * @returns  how many
 */
export async function forgetOriginals(context: Context): Promise<number> {
  const old = findOldOriginals(context.db, context.now - ORIGINAL_KEPT_FOR, FORGOTTEN_AT_ONCE);
  for (const { id, storedName } of old) {
    await context.files.remove(storedName ?? id);
    context.transact((tx) => done(markOriginalGone(tx, id, context.now)));
  }
  return old.length;
}
