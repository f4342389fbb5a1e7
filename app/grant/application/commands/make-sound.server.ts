import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Id } from '#app/kernel/id.ts';
import { done, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { convert, ffmpegIn } from '#app/platform/ffmpeg.server.ts';
import { hasRoomFor, measureFile } from '#app/platform/files.server.ts';
import { copyOutput, saysDiskFull } from '../rules/copying.ts';
import { MEDIA_BYTES_MAX } from '../rules/media.ts';
import { storedName } from '../rules/stored-names.ts';
import { findMedia } from '../store/media.server.ts';
import { findCopy } from '../store/recordings.server.ts';
import { findSound, insertSound } from '../store/sounds.server.ts';
import { lendFile } from './lend-file.server.ts';

/** What is being made in this process, and the end of the line for what comes next: one at a time. */
const underWay = new Map<Id, Promise<void>>();
let line: Promise<unknown> = Promise.resolve();

/**
 * Makes the sound of a recording without its picture, once, and keeps it. A recording without sound is noted as such;
 * where the disk is full or there is no program for it, nothing is noted and the next one who asks tries again.
 */
export function makeSound(context: Context, mediaId: Id): Promise<void> {
  if (findSound(context.db, mediaId) !== null) return Promise.resolve();
  const before = underWay.get(mediaId);
  if (before !== undefined) return before;
  const made = line.then(() => makeOne(context, mediaId)).finally(() => underWay.delete(mediaId));
  underWay.set(mediaId, made);
  line = made.catch(() => undefined);
  return made;
}

async function makeOne(context: Context, mediaId: Id): Promise<void> {
  const ffmpeg = ffmpegIn(context.env);
  const recording = findMedia(context.db, mediaId);
  if (ffmpeg === null || recording?.state !== 'ready' || recording.kind === 'file') return;
  if (!hasRoomFor(context.env, MEDIA_BYTES_MAX)) return;
  const copy = findCopy(context.db, mediaId);
  const isCopied = copy?.state === 'ready';
  const folder = join(context.env.DATA_DIR, 'hearing', mediaId);
  const [from, to] = [join(folder, 'original'), join(folder, 'sound.mp4')];
  try {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await lendFile(context, isCopied ? storedName(mediaId, 'copy') : (recording.storedName ?? mediaId), from);
    const failed = await convert({
      ffmpeg,
      folder,
      from,
      mime: (isCopied ? copy.mime : recording.mime) ?? '',
      seconds: recording.seconds ?? 0,
      bytesMax: MEDIA_BYTES_MAX,
      output: [...copyOutput(false), to],
    });
    if (failed !== null && saysDiskFull(failed)) return;
    if (failed !== null) context.log.warn({ recording: mediaId, why: failed }, 'a recording has no sound to be heard');
    await keep(context, mediaId, failed === null ? to : null);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function keep(context: Context, mediaId: Id, path: string | null): Promise<void> {
  const name = storedName(mediaId, 'sound');
  const measured = path === null ? null : await measureFile(path);
  if (path !== null) await context.files.keep(path, name);
  const kept = context.transact((tx) => {
    if (findMedia(tx, mediaId)?.state !== 'ready') return refused('removed');
    insertSound(tx, { mediaId, sha256: null, bytes: null, ...measured, madeAt: context.now });
    return done('kept' as const);
  });
  // Somebody took the recording off its question meanwhile.
  if (!kept.ok) await context.files.remove(name);
}
