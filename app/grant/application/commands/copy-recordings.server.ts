import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Id } from '#app/kernel/id.ts';
import { MINUTE } from '#app/kernel/instant.ts';
import { done, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { convert, ffmpegIn } from '#app/platform/ffmpeg.server.ts';
import { hasRoomFor, measureFile } from '#app/platform/files.server.ts';
import { measureTracks, probeMedia } from '#app/platform/probe.server.ts';
import { copyOutput, isCopyOf, posterOutput, saysDiskFull } from '../rules/copying.ts';
import { MEDIA_BYTES_MAX } from '../rules/media.ts';
import { storedName } from '../rules/stored-names.ts';
import { findMedia, type Media } from '../store/media.server.ts';
import {
  beginCopy,
  findCopy,
  findUnfinishedCopy,
  insertMissingCopies,
  type MediaCopy,
  markCopyFailed,
  markCopyReady,
  noteCopyPercent,
  postponeCopy,
} from '../store/recordings.server.ts';
import { writePoster } from './keep-poster.server.ts';
import { lendFile } from './lend-file.server.ts';

/** What ends a process of ours this often is left as it came. */
const TRIES_MAX = 3;

/** A store or a disk that could not take part may do so by then. */
const POSTPONED_FOR = 5 * MINUTE;

type Copied = 'ready' | 'failed' | 'later';

/**
 * Makes the copy of one recording that every telephone plays: the one that has waited longest. For the scheduler, which
 * runs one at a time. The original is kept beside it until no backup needs it any more; one that a restart cut off is
 * begun again. Only faults of the recording count against it: for a store that is down or a disk that is full it waits.
 *
 * @param signal  ends it half way, when the process is to stop
 * @returns       what became of it; null when there was none, or nothing to copy with
 */
export async function copyRecordings(context: Context, signal?: AbortSignal): Promise<Copied | null> {
  const ffmpeg = ffmpegIn(context.env);
  if (ffmpeg === null || !hasRoomFor(context.env, MEDIA_BYTES_MAX)) return null;
  context.transact((tx) => done(insertMissingCopies(tx, context.now)));
  const waiting = findUnfinishedCopy(context.db, context.now);
  const recording = waiting === null ? null : findMedia(context.db, waiting.mediaId);
  if (waiting === null || recording === null) return null;
  if (waiting.tries >= TRIES_MAX) return giveUp(context, recording, 'it was begun too often');
  const folder = join(context.env.DATA_DIR, 'copying');
  try {
    // What a restart left behind belongs to nobody: only one is made at a time.
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return await copyOne(context, ffmpeg, folder, recording, waiting, signal);
  } catch (error) {
    return postpone(context, waiting, String(error));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function copyOne(
  context: Context,
  ffmpeg: string,
  folder: string,
  recording: Media,
  waiting: MediaCopy,
  signal: AbortSignal | undefined,
): Promise<Copied> {
  const { id, kind, mime, seconds } = recording;
  const from = join(folder, 'original');
  await lendFile(context, recording.storedName ?? id, from);
  context.transact((tx) => done(beginCopy(tx, id, waiting.tries + 1, context.now)));
  const to = join(folder, 'copy.mp4');
  const work = { ffmpeg, folder, seconds: seconds ?? 0, bytesMax: MEDIA_BYTES_MAX, ...(signal && { signal }) };
  const failed = await convert({
    ...work,
    from,
    mime: mime ?? '',
    output: [...copyOutput(kind === 'video'), to],
    onSeconds: (at) => note(context, id, at, seconds ?? 0),
  });
  if (signal?.aborted) return postpone(context, waiting, 'the portal stops', 0);
  if (failed !== null && saysDiskFull(failed)) return postpone(context, waiting, failed);
  if (failed !== null) return giveUp(context, recording, failed);
  const copy = { probe: await probeMedia(to), tracks: await measureTracks(to) };
  if (!isCopyOf(copy, { kind, tracks: await measureTracks(from) })) {
    return giveUp(context, recording, 'the copy is not what it was made from');
  }
  if (kind === 'video') await takePoster(context, id, { ...work, from: to, mime: 'video/mp4' });
  const measured = await measureFile(to);
  await context.files.keep(to, storedName(id, 'copy'));
  const kept = context.transact((tx) => {
    if (findCopy(tx, id)?.state !== 'transcoding') return refused('removed');
    markCopyReady(tx, id, { ...measured, mime: kind === 'video' ? 'video/mp4' : 'audio/mp4' }, context.now);
    return done('kept' as const);
  });
  if (kept.ok) return 'ready';
  // Somebody took the recording off its question meanwhile.
  await context.files.remove(storedName(id, 'copy'));
  return 'failed';
}

function note(context: Context, mediaId: Media['id'], at: number, seconds: number): void {
  const percent = seconds > 0 ? Math.min(99, Math.floor((100 * at) / seconds)) : 0;
  context.transact((tx) => done(noteCopyPercent(tx, mediaId, percent)));
}

/** A frame for those whose browser could not take one; a video without a poster is a video all the same. */
async function takePoster(
  context: Context,
  mediaId: Id,
  { from, ...work }: Omit<Parameters<typeof convert>[0], 'output'>,
): Promise<void> {
  const picture = join(work.folder, 'poster.png');
  const failed = await convert({ ...work, from, output: [...posterOutput(work.seconds), picture] });
  if (failed === null) await writePoster(context, mediaId, await readFile(picture));
}

function giveUp(context: Context, { id }: Media, why: string): 'failed' {
  context.log.warn({ recording: id, why }, 'no copy of a recording could be made; it stays as it came');
  context.transact((tx) => done(markCopyFailed(tx, id, context.now)));
  return 'failed';
}

function postpone(context: Context, waiting: MediaCopy, why: string, ms = POSTPONED_FOR): 'later' {
  context.log.warn({ recording: waiting.mediaId, why }, 'the copy of a recording has to wait');
  context.transact((tx) => done(postponeCopy(tx, waiting, context.now, context.now + ms)));
  return 'later';
}
