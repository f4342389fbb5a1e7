import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Id } from '#app/kernel/id.ts';
import { done } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { arrivalPath, removeArrival } from '#app/platform/files.server.ts';
import { type Keeper, promise } from '#app/platform/outbox.server.ts';
import { storedName } from '../rules/stored-names.ts';
import { deleteMedia, findMedia, findMediaAt, insertMedia, type Media } from '../store/media.server.ts';
import { findCopy, findPoster, findTexts, writeText } from '../store/recordings.server.ts';
import { finishMedia } from './finish-media.server.ts';
import { writePoster } from './keep-poster.server.ts';

/**
 * Promises that a recording or a file comes along to another draft, with what is written down of it. There it is sent
 * like any other, by the portal itself: measured, judged by that call's limits, refused in words where they are
 * narrower. The first one stays where it is. What was written down is approved anew, by whoever speaks for that draft.
 *
 * @param recording  one that is ready
 * @param to         a draft, and a question of its call that takes this kind
 */
export function promiseRecording(
  tx: Tx,
  context: Context,
  recording: Media,
  to: { draftId: Id; questionId: Id },
): void {
  const { draftId, questionId } = to;
  const place = { applicationId: draftId, questionId, reopenedPartId: null };
  const givenUp = findMediaAt(tx, place).filter((other) => other.state !== 'ready');
  deleteMedia(
    tx,
    givenUp.map(({ id }) => id),
  );
  const id = context.newId();
  const { fileName, language } = recording;
  const { bytes, sha256 } = bytesOf(tx, recording);
  insertMedia(tx, { ...place, id, fileName, bytes, sha256Given: sha256, language, sentBy: null }, context.now);
  for (const { kind, language, text, writtenBy } of findTexts(tx, [recording.id])) {
    writeText(tx, { mediaId: id, kind, language, text, revision: 1, writtenBy, writtenAt: context.now });
  }
  promise(tx, context, { kind: 'recording-comes-along', subjectId: id, detail: { from: recording.id } });
}

/** Brings one that was promised. Where its store is down or the disk is full it is tried again. */
export const bringRecording: Keeper = async (context, { subjectId, detail }) => {
  const arriving = findMedia(context.db, subjectId);
  // Removed meanwhile, given up for another one, or judged before a crash.
  if (arriving === null || arriving.state === 'ready' || arriving.state === 'rejected') return nothingToWrite;
  const source = findMedia(context.db, detail.from ?? '');
  if (source?.state !== 'ready') {
    context.transact((tx) => done(deleteMedia(tx, [arriving.id])));
    return nothingToWrite;
  }
  if (arriving.state === 'receiving') {
    await removeArrival(context.env, arriving.id);
    const bytes = await context.files.read(bytesOf(context.db, source).name);
    await pipeline(bytes, createWriteStream(arrivalPath(context.env, arriving.id), { flags: 'wx', mode: 0o600 }));
  }
  const judged = await finishMedia(context, arriving.id);
  if (judged.ok && findPoster(context.db, source.id) !== null) await bringPoster(context, source.id, arriving.id);
  return nothingToWrite;
};

const nothingToWrite = () => undefined;

/** The copy that everything plays, once there is one: then the first file is gone. */
function bytesOf(tx: Tx, recording: Media): { name: string; bytes: number; sha256: string | null } {
  const copy = findCopy(tx, recording.id);
  if (copy?.state === 'ready' && copy.bytes !== null) {
    return { name: storedName(recording.id, 'copy'), bytes: copy.bytes, sha256: copy.sha256 };
  }
  return { name: recording.storedName ?? recording.id, bytes: recording.bytes, sha256: recording.sha256 };
}

async function bringPoster(context: Context, from: Id, to: Id): Promise<void> {
  const pieces: Uint8Array[] = [];
  for await (const piece of await context.files.read(storedName(from, 'poster'))) pieces.push(piece as Uint8Array);
  await writePoster(context, to, Buffer.concat(pieces));
}
