import { done } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { ABANDONED_AFTER } from '../rules/media.ts';
import { claimIn, decideSweep, deletedAtMost, noteOf, type SweepDoubt } from '../rules/sweeping.ts';
import { findFileClaim, writeFileClaim } from '../store/file-claim.server.ts';
import { knownKeptFiles } from '../store/media.server.ts';

type Swept = { readonly deleted: number; readonly failed: number; readonly doubt: SweepDoubt | null };

/**
 * Deletes kept files that belong to nothing and are older than two days, a few at a time. For the scheduler.
 * A store is swept by the database that swept it last, and by no other: a restored one must not delete what came after
 * its backup. The count goes on in the database first, so a crash in between leaves the database ahead, never behind.
 *
 * @returns  how many; `failed` counts those that the next sweep meets again, `doubt` says why nothing was swept
 */
export async function sweepKeptFiles(context: Context): Promise<Swept> {
  const { lost, known } = await oldFiles(context);
  const note = await context.files.note('files');
  const files = { known, lost: lost.length };
  const decision = decideSweep(findFileClaim(context.db), note === null ? null : claimIn(note), files, context.newId());
  if (!decision.ok) {
    context.log.error({ ...files, doubt: decision.reason }, 'kept files are not swept; see README, "After a restore"');
    return { deleted: 0, failed: 0, doubt: decision.reason };
  }
  context.transact((tx) => done(writeFileClaim(tx, decision.value)));
  await context.files.writeNote('files', noteOf(decision.value));
  return { ...(await remove(context, lost, deletedAtMost(files))), doubt: null };
}

async function oldFiles(context: Context): Promise<{ lost: string[]; known: number }> {
  const lost: string[] = [];
  let known = 0;
  for await (const names of context.files.untouchedSince(context.now - ABANDONED_AFTER)) {
    const ours = knownKeptFiles(context.db, names);
    known += ours.size;
    lost.push(...names.filter((name) => !ours.has(name)));
  }
  return { lost, known };
}

/** One file that cannot be deleted says so in the log, and does not keep the rest from being swept. */
async function remove(context: Context, lost: readonly string[], atMost: number) {
  const swept = { deleted: 0, failed: 0 };
  if (lost.length > atMost) {
    context.log.warn({ lost: lost.length, atMost }, 'many kept files belong to nothing; they are deleted bit by bit');
  }
  for (const name of lost.slice(0, atMost)) {
    try {
      await context.files.remove(name);
      swept.deleted += 1;
    } catch (error) {
      context.log.error({ upload: name, error: String(error) }, 'a kept file could not be deleted yet');
      swept.failed += 1;
    }
  }
  return swept;
}
