import { stat } from 'node:fs/promises';
import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { measureFile, pathOfArrival, removeArrival } from '#app/platform/files.server.ts';
import { probeMedia } from '#app/platform/probe.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { type BytesHeld, judgeMedia, MEDIA_BYTES_MAX, type MediaRejection } from '../rules/media.ts';
import {
  bytesHeldBy,
  deleteMedia,
  findMedia,
  findMediaOf,
  type Media,
  markMediaReady,
  markMediaRejected,
  moveMedia,
} from '../store/media.server.ts';
import { findApplication } from '../store.server.ts';
import { deleteFiles } from './delete-files.server.ts';

type Judged = Promise<Outcome<{ mediaId: Id }, 'not-found' | MediaRejection>>;

/** What is being judged in this process now. */
const underWay = new Map<Id, Judged>();

/**
 * Judges a recording that has arrived completely: hashes it, reads what it is, and keeps or rejects it.
 * Called by whoever received the last byte, and again by the sender or the sweep when a restart cut it off; who comes
 * while it is being judged waits for that verdict, because two judges would move the file away from under each other.
 * Slow, so every state is committed by itself; a recording removed meanwhile stays removed.
 * A kept file has the recording's own id for a name, so that a judge who begins again finds it on either side.
 */
export function finishMedia(context: Context, mediaId: Id): Judged {
  const known = underWay.get(mediaId);
  if (known !== undefined) return known;
  const judged = judge(context, mediaId).finally(() => underWay.delete(mediaId));
  underWay.set(mediaId, judged);
  return judged;
}

async function judge(context: Context, mediaId: Id): Judged {
  const arrived = findMedia(context.db, mediaId);
  if (arrived === null || arrived.state === 'ready' || arrived.state === 'rejected') return refused('not-found');
  const path = await pathOfArrival(context.env, mediaId);
  if (!step(context, mediaId, arrived.state, 'hashing')) return refused('not-found');
  const { size } = await stat(path).catch(() => ({ size: 0 }));
  const { bytes, sha256 } = size > 0 && size <= MEDIA_BYTES_MAX ? await measureFile(path) : { bytes: size, sha256: '' };
  if (!step(context, mediaId, 'hashing', 'probing', Math.min(bytes, MEDIA_BYTES_MAX))) return refused('not-found');
  const probe = bytes > 0 && bytes <= MEDIA_BYTES_MAX ? await probeMedia(path) : null;
  const { held, secondsMax } = limitsOf(context, arrived);
  const verdict = judgeMedia({ bytes, held, sha256, sha256Given: arrived.sha256Given, probe }, secondsMax);
  if (!verdict.ok) {
    reject(context, mediaId, bytes, verdict.reason);
    await deleteFiles(context, [arrived]);
    return verdict;
  }
  await context.files.keep(path, mediaId);
  await removeArrival(context.env, mediaId);
  const kept = keep(context, mediaId, { bytes, sha256, storedName: mediaId, kind: 'video', ...verdict.value });
  // Given up while we looked at it: nobody will ask for it again.
  await deleteFiles(context, kept.ok ? kept.value.replaced : [arrived]);
  return kept.ok ? done({ mediaId }) : kept;
}

function step(context: Context, mediaId: Id, from: Media['state'], to: Media['state'], bytes?: number): boolean {
  return context.transact((tx) =>
    moveMedia(tx, mediaId, from, to, context.now, bytes) ? done('moved') : refused('not-found'),
  ).ok;
}

function limitsOf(context: Context, arrived: Media): { held: BytesHeld; secondsMax: number } {
  const application = findApplication(context.db, arrived.applicationId);
  invariant(application !== null, 'a recording has an application: the foreign key says so');
  const call = callById(context, application.callId);
  invariant(call !== null, 'an application has a call: the foreign key says so');
  return { held: bytesHeldBy(context.db, application.applicantId, arrived), secondsMax: call.videoSecondsMax };
}

function reject(context: Context, mediaId: Id, bytes: number, reason: MediaRejection): void {
  context.transact((tx) => {
    if (findMedia(tx, mediaId)?.state !== 'probing') return refused('not-found');
    markMediaRejected(tx, mediaId, Math.min(bytes, MEDIA_BYTES_MAX), reason, context.now);
    return done('rejected');
  });
}

function keep(context: Context, mediaId: Id, ready: Parameters<typeof markMediaReady>[2]) {
  return context.transact((tx) => {
    const waiting = findMedia(tx, mediaId);
    if (waiting?.state !== 'probing') return refused('not-found');
    const replaced = findMediaOf(tx, waiting.applicationId).filter(
      (recording) => recording.questionId === waiting.questionId && recording.state === 'ready',
    );
    deleteMedia(
      tx,
      replaced.map((recording) => recording.id),
    );
    markMediaReady(tx, mediaId, ready, context.now);
    return done({ replaced });
  });
}
