import { stat } from 'node:fs/promises';
import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { cleanPicture } from '#app/platform/clean-picture.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { ffmpegIn } from '#app/platform/ffmpeg.server.ts';
import { arrivalPath, copyIn, measureFile, pathOfArrival, removeArrival } from '#app/platform/files.server.ts';
import { type BoxPlace, forgetPlaces, placesToldIn } from '#app/platform/iso-places.server.ts';
import { probeMedia } from '#app/platform/probe.server.ts';
import { probeFile } from '#app/platform/probe-file.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { type Accepted, judgeMedia, type MediaRejection, type Probe } from '../rules/judging.ts';
import {
  type BytesHeld,
  bytesMaxOf,
  decideQuota,
  MEDIA_BYTES_MAX,
  type QuotaRefusal,
  type Taken,
  takenBy,
} from '../rules/media.ts';
import { storedName } from '../rules/stored-names.ts';
import {
  bytesHeldBy,
  deleteMedia,
  findMedia,
  findMediaAt,
  type Media,
  markMediaReady,
  markMediaRejected,
  moveMedia,
} from '../store/media.server.ts';
import { insertCopy } from '../store/recordings.server.ts';
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
  const { held, secondsMax, taken } = limitsOf(context, arrived);
  const isReadable = size > 0 && size <= bytesMaxOf(taken);
  const { bytes, sha256 } = isReadable ? await measureFile(path) : { bytes: size, sha256: '' };
  if (!step(context, mediaId, 'hashing', 'probing', Math.min(bytes, MEDIA_BYTES_MAX))) return refused('not-found');
  const probe = isReadable ? await (taken.file ? probeFile(path) : probeMedia(path)) : null;
  const verdict = judgeMedia(
    { bytes, held, sha256, sha256Given: arrived.sha256Given, probe },
    { taken, secondsMax, canCopy: ffmpegIn(context.env) !== null },
  );
  const shown = verdict.ok ? await prepare(context, arrived, path, probe, verdict.value) : verdict;
  if (!shown.ok) {
    reject(context, mediaId, bytes, shown.reason);
    await deleteFiles(context, [arrived]);
    return shown;
  }
  const kept = keep(context, mediaId, { bytes, sha256, ...shown.value });
  if (!kept.ok && kept.reason !== 'not-found') reject(context, mediaId, bytes, kept.reason);
  await removeArrival(context.env, mediaId);
  // Given up while we looked at it: nobody will ask for it again.
  await deleteFiles(context, kept.ok ? kept.value.replaced : [arrived]);
  return kept.ok ? done({ mediaId }) : kept;
}

type Shown = Accepted & { storedName: string; bytes?: number; sha256?: string };

/**
 * Puts what others will see where files are kept. A picture is drawn anew under another name, a film that says where it
 * was filmed is copied under that name without it, and what arrived stays
 * until that is written down: a judge who begins again begins with the same bytes.
 */
async function prepare(
  context: Context,
  arrived: Media,
  path: string,
  probe: Probe | ProbedPicture | null,
  accepted: Accepted,
): Promise<Outcome<Shown, MediaRejection>> {
  const places = accepted.kind === 'file' ? [] : await placesToldIn(path);
  const isPicture = probe !== null && 'format' in probe;
  if (!isPicture && places.length === 0) {
    await context.files.keep(path, arrived.id);
    return done({ ...accepted, storedName: arrived.id });
  }
  const name = storedName(arrived.id, 'clean');
  const cleanPath = arrivalPath(context.env, name);
  const clean = isPicture ? await cleanPicture(path, cleanPath, probe.format) : { mime: accepted.mime };
  if (clean === null) return refused('not-readable');
  if (!isPicture) await copyWithout(path, cleanPath, places);
  const measured = await measureFile(cleanPath);
  await context.files.keep(cleanPath, name);
  return done({ ...accepted, ...clean, ...measured, storedName: name });
}

async function copyWithout(from: string, to: string, places: readonly BoxPlace[]): Promise<void> {
  await copyIn(from, to);
  await forgetPlaces(to, places);
}

type ProbedPicture = Extract<Awaited<ReturnType<typeof probeFile>>, { what: 'picture' }>;

function step(context: Context, mediaId: Id, from: Media['state'], to: Media['state'], bytes?: number): boolean {
  return context.transact((tx) =>
    moveMedia(tx, mediaId, from, to, context.now, bytes) ? done('moved') : refused('not-found'),
  ).ok;
}

function limitsOf(context: Context, arrived: Media): { held: BytesHeld; secondsMax: number; taken: Taken } {
  const application = findApplication(context.db, arrived.applicationId);
  invariant(application !== null, 'a recording has an application: the foreign key says so');
  const call = callById(context, application.callId);
  invariant(call !== null, 'an application has a call: the foreign key says so');
  const question = call.questions.find(({ id }) => id === arrived.questionId);
  invariant(question !== undefined, 'a recording answers a question of its own call: a trigger says so');
  const held = bytesHeldBy(context.db, application.applicantId, arrived);
  return { held, secondsMax: call.videoSecondsMax, taken: takenBy(question) };
}

function reject(context: Context, mediaId: Id, bytes: number, reason: MediaRejection): void {
  context.transact((tx) => {
    if (findMedia(tx, mediaId)?.state !== 'probing') return refused('not-found');
    markMediaRejected(tx, mediaId, Math.min(bytes, MEDIA_BYTES_MAX), reason, context.now);
    return done('rejected');
  });
}

type Ready = Parameters<typeof markMediaReady>[2];
type Kept = { readonly replaced: readonly Media[] };

function keep(context: Context, mediaId: Id, ready: Ready): Outcome<Kept, 'not-found' | QuotaRefusal> {
  return context.transact<Kept, 'not-found' | QuotaRefusal>((tx) => {
    const waiting = findMedia(tx, mediaId);
    if (waiting?.state !== 'probing') return refused('not-found');
    // Others of the same sender may have arrived while this one was looked at.
    const quota = decideQuota(ready.bytes, limitsOf(context, waiting).held);
    if (!quota.ok) return quota;
    const replaced = findMediaAt(tx, waiting).filter((recording) => recording.state === 'ready');
    deleteMedia(
      tx,
      replaced.map((recording) => recording.id),
    );
    markMediaReady(tx, mediaId, ready, context.now);
    if (ready.kind !== 'file' && ffmpegIn(context.env) !== null) insertCopy(tx, mediaId, context.now);
    return done({ replaced });
  });
}
