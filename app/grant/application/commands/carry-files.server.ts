import type { Context } from '#app/platform/context.server.ts';
import { settledFiles } from '../store/media.server.ts';

/**
 * Carries judged files on to the store the settings name, one after another. For the scheduler.
 * A file whose recording is still being judged stays: a judge who begins again looks for it on this machine.
 *
 * @returns  how many arrived there, and how many wait for the next time because the store is down
 */
export async function carryFiles(context: Context): Promise<{ carried: number; waiting: number }> {
  const settled = [...settledFiles(context.db, await context.files.waiting())];
  for (const [carried, name] of settled.entries()) {
    try {
      await context.files.carry(name);
    } catch (error) {
      const waiting = settled.length - carried;
      context.log.warn({ waiting, error: String(error) }, 'the file store takes nothing now; files wait here');
      return { carried, waiting };
    }
  }
  return { carried: settled.length, waiting: 0 };
}
