import type { Id } from '#app/kernel/id.ts';
import { done, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import {
  arrivalsFolder,
  filesUntouchedSince,
  lastByteAt,
  removeArrival,
  sizeOfArrival,
} from '#app/platform/files.server.ts';
import { ABANDONED_AFTER } from '../rules/media.ts';
import { UNSENT_KEPT_FOR } from '../rules/reopening.ts';
import {
  deleteMedia,
  findLeftUnsent,
  findMedia,
  findMediaInStates,
  knownArrivals,
  type Media,
} from '../store/media.server.ts';
import { deleteFiles } from './delete-files.server.ts';
import { finishMedia } from './finish-media.server.ts';

type Swept = { judged: number; forgotten: number; deleted: number; failed: number };

/**
 * Tidies up after uploads: judges those that a restart cut off, forgets those begun and left for two days, those that
 * were recorded for a reopened question and not sent a month after it ended, and deletes what arrived for nothing. For
 * the scheduler.
 *
 * @returns  how many of each; `failed` counts those that could not be swept, which the next sweep meets again
 */
export async function sweepUploads(context: Context): Promise<Swept> {
  const swept: Swept = { judged: 0, forgotten: 0, deleted: 0, failed: 0 };
  const receiving = findMediaInStates(context.db, ['receiving']);
  const cutOff = [...findMediaInStates(context.db, ['hashing', 'probing']), ...(await complete(context, receiving))];
  for (const { id } of cutOff) {
    swept[await attempt(context, 'judged', id, () => finishMedia(context, id))] += 1;
  }
  const before = context.now - ABANDONED_AFTER;
  for (const { id, stateAt } of receiving) {
    // A film on a bad line may take days: it is left once no byte came for so long.
    if (Math.max(stateAt, (await lastByteAt(context.env, id)) ?? 0) >= before) continue;
    swept[await attempt(context, 'forgotten', id, async () => forget(context, id))] += 1;
  }
  for (const left of findLeftUnsent(context.db, context.now - UNSENT_KEPT_FOR)) {
    swept[await attempt(context, 'forgotten', left.id, () => forgetUnsent(context, left))] += 1;
  }
  const arrivals = await filesUntouchedSince(arrivalsFolder(context.env), before);
  for (const name of lostOf(context, arrivals)) {
    swept[await attempt(context, 'deleted', name, () => removeArrival(context.env, name))] += 1;
  }
  return swept;
}

/** One file that cannot be read or deleted says so in the log, and does not keep the rest from being swept. */
async function attempt<Done extends Exclude<keyof Swept, 'failed'>>(
  context: Context,
  what: Done,
  name: string,
  act: () => Promise<unknown>,
): Promise<Done | 'failed'> {
  try {
    await act();
    return what;
  } catch (error) {
    context.log.error({ upload: name, error: String(error) }, 'an upload could not be swept and will be tried again');
    return 'failed';
  }
}

/** Those whose last byte came just before a restart. What was not announced cannot be told from half a film. */
async function complete(context: Context, receiving: readonly Media[]): Promise<Media[]> {
  const whole: Media[] = [];
  for (const recording of receiving) {
    const arrived = recording.bytes === 0 ? null : await sizeOfArrival(context.env, recording.id);
    if (arrived === recording.bytes) whole.push(recording);
  }
  return whole;
}

/** Its file goes with the files that belong to nothing. */
function forget(context: Context, mediaId: Id): void {
  context.transact((tx) => {
    if (findMedia(tx, mediaId)?.state !== 'receiving') return refused('no-longer-there');
    deleteMedia(tx, [mediaId]);
    return done('forgotten');
  });
}

async function forgetUnsent(context: Context, left: Media): Promise<void> {
  context.transact((tx) => {
    deleteMedia(tx, [left.id]);
    return done('forgotten');
  });
  await deleteFiles(context, [left]);
}

/** Files that no recording knows, by the name of the recording they would belong to. */
function lostOf(context: Context, files: readonly string[]): string[] {
  const names = [...new Set(files.map((name) => name.replace(/\.json$/, '')))];
  const known = knownArrivals(context.db, names);
  return names.filter((name) => !known.has(name));
}
