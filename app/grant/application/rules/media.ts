import type { Id } from '#app/kernel/id.ts';
import { HOUR, type Instant } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { type Window, windowOf } from '../../call/rules/window.ts';
import type { ApplicationState } from './state.ts';

export type MediaState = 'receiving' | 'hashing' | 'probing' | 'ready' | 'rejected';

/** 500 MiB: three minutes from any telephone. */
export const MEDIA_BYTES_MAX = 500 * 1024 * 1024;

/** Every question of a usual call on video, filmed with a good telephone. */
export const APPLICATION_BYTES_MAX = 2 * 1024 ** 3;

/** Several full applications: nobody who applies meets it, and nobody fills the disk alone. */
export const PERSON_BYTES_MAX = 10 * 1024 ** 3;

/** A recorder that stops at the limit runs on for a few frames. */
export const VIDEO_SECONDS_GRACE = 1;

/** An upload that was begun and left. */
export const ABANDONED_AFTER = 48 * HOUR;

/** Containers we take and what browsers call them. */
export const MEDIA_MIMES = ['video/mp4', 'video/quicktime', 'video/webm'] as const;

/** Picture codecs that today's browsers play. */
const CODECS: readonly string[] = ['avc', 'hevc', 'vp8', 'vp9', 'av1'];

export type QuotaRefusal = 'application-full' | 'person-full';

/**
 * In bytes, what a person's recordings take up, here or announced: in the application and in all of theirs.
 * What the new recording replaces is left out.
 */
export type BytesHeld = { readonly application: number; readonly person: number };

/** Decides whether a recording fits beside what its sender has sent already. The first refusal wins. */
export function decideQuota(bytes: number, held: BytesHeld): Outcome<'fits', QuotaRefusal> {
  if (held.application + bytes > APPLICATION_BYTES_MAX) return refused('application-full');
  if (held.person + bytes > PERSON_BYTES_MAX) return refused('person-full');
  return done('fits');
}

export type UploadRefusal =
  | 'not-the-applicant'
  | 'already-submitted'
  | 'call-not-open'
  | 'no-video-here'
  | 'empty'
  | 'too-large'
  | QuotaRefusal
  | 'disk-full';

/** Decides whether a recording may begin to arrive. The first refusal wins. */
export function decideUpload(
  upload: {
    readonly applicantId: Id;
    readonly state: ApplicationState;
    readonly byVideo: boolean;
    /** As announced; null when only the end will tell. */
    readonly bytes: number | null;
    readonly held: BytesHeld;
    readonly hasRoom: boolean;
  },
  window: Window,
  by: Id,
  now: Instant,
): Outcome<'receive', UploadRefusal> {
  if (upload.applicantId !== by) return refused('not-the-applicant');
  if (upload.state !== 'draft') return refused('already-submitted');
  if (windowOf(window, now) !== 'open') return refused('call-not-open');
  if (!upload.byVideo) return refused('no-video-here');
  if (upload.bytes === 0) return refused('empty');
  if (upload.bytes !== null && upload.bytes > MEDIA_BYTES_MAX) return refused('too-large');
  // Of unknown length: there must be room for something, and the end will tell.
  const quota = decideQuota(upload.bytes ?? 1, upload.held);
  if (!quota.ok) return quota;
  if (!upload.hasRoom) return refused('disk-full');
  return done('receive');
}

/** What reading the file itself found, never what its name says. */
export type Probe = { readonly mime: string; readonly codec: string | null; readonly seconds: number };

export type MediaRejection =
  | 'too-large'
  | QuotaRefusal
  | 'damaged'
  | 'wrong-kind'
  | 'no-picture'
  | 'too-long'
  | 'not-readable';

/** Decides whether an arrived recording may be shown to others. The first refusal wins. */
export function judgeMedia(
  arrived: {
    readonly bytes: number;
    readonly held: BytesHeld;
    readonly sha256: string;
    readonly sha256Given: string | null;
    /** null when the file is none of the containers we take. */
    readonly probe: Probe | null;
  },
  secondsMax: number,
): Outcome<{ mime: string; seconds: number }, MediaRejection> {
  const { probe, sha256Given } = arrived;
  if (arrived.bytes > MEDIA_BYTES_MAX) return refused('too-large');
  const quota = decideQuota(arrived.bytes, arrived.held);
  if (!quota.ok) return quota;
  if (sha256Given !== null && sha256Given !== arrived.sha256) return refused('damaged');
  if (probe === null || !MEDIA_MIMES.some((mime) => mime === probe.mime)) return refused('wrong-kind');
  if (probe.codec === null) return refused('no-picture');
  if (!CODECS.includes(probe.codec)) return refused('wrong-kind');
  if (!(probe.seconds > 0) || !Number.isFinite(probe.seconds)) return refused('not-readable');
  if (isTooLong(probe.seconds, secondsMax)) return refused('too-long');
  return done({ mime: probe.mime, seconds: Math.round(probe.seconds * 10) / 10 });
}

/** Whether a recording is longer than its call allows; a second is forgiven, because recorders run on for a few frames. */
export function isTooLong(seconds: number, secondsMax: number): boolean {
  return seconds > secondsMax + VIDEO_SECONDS_GRACE;
}
