import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import {
  type BytesHeld,
  bytesMaxOf,
  decideQuota,
  isTooLong,
  type MediaKind,
  type QuotaRefusal,
  type Taken,
} from './media.ts';

/** What reading the file itself found, never what its name says. */
export type Probe =
  | {
      readonly what: 'recording';
      /** As browsers call the container. */
      readonly mime: string;
      /** Of the picture; null without one, 'unknown' when nobody can name it. */
      readonly picture: string | null;
      /** Of the sound, likewise. */
      readonly sound: string | null;
      readonly seconds: number;
    }
  /** Says where a recording is to be found instead of being one. */
  | { readonly what: 'pointer' }
  /** A recording of a kind that few browsers play. */
  | { readonly what: 'rare-recording' }
  | { readonly what: 'picture'; readonly mime: string }
  | { readonly what: 'document'; readonly isWhole: boolean; readonly isLocked: boolean };

export type MediaRejection =
  | 'empty'
  | 'too-large'
  | 'file-too-large'
  | QuotaRefusal
  | 'damaged'
  | 'wrong-kind'
  | 'points-elsewhere'
  | 'not-playable'
  | 'no-picture'
  | 'has-picture'
  | 'too-long'
  | 'locked'
  | 'not-readable';

export type Accepted = {
  readonly kind: MediaKind;
  readonly mime: string;
  /** null for what is not played. */
  readonly seconds: number | null;
};

/** What today's browsers play, and what they call it when it is only heard. */
const CONTAINERS: Readonly<Record<string, string>> = {
  'video/mp4': 'audio/mp4',
  'video/quicktime': 'audio/mp4',
  'video/webm': 'audio/webm',
  'audio/mpeg': 'audio/mpeg',
  'application/ogg': 'audio/ogg',
  'audio/wav': 'audio/wav',
};
const PICTURES_PLAYED: readonly string[] = ['avc', 'vp8', 'vp9', 'av1'];
/** What telephones and cameras write besides, and a copy can be made of. */
const PICTURES_COPIED: readonly string[] = [...PICTURES_PLAYED, 'hevc', 'prores'];
const SOUNDS_PLAYED: readonly string[] = [
  'aac',
  'mp3',
  'opus',
  'vorbis',
  'flac',
  'pcm-u8',
  'pcm-s16',
  'pcm-s24',
  'pcm-f32',
];

/** Decides whether what arrived may be shown to others. The first refusal wins. */
export function judgeMedia(
  arrived: {
    readonly bytes: number;
    readonly held: BytesHeld;
    readonly sha256: string;
    readonly sha256Given: string | null;
    /** null when it is nothing that we know. */
    readonly probe: Probe | null;
  },
  terms: {
    readonly taken: Taken;
    readonly secondsMax: number;
    /** Whether a copy that every browser plays will be made. */
    readonly canCopy: boolean;
  },
): Outcome<Accepted, MediaRejection> {
  const { probe, bytes, sha256Given } = arrived;
  if (bytes === 0) return refused('empty');
  if (bytes > bytesMaxOf(terms.taken)) return refused(terms.taken.file ? 'file-too-large' : 'too-large');
  const quota = decideQuota(bytes, arrived.held);
  if (!quota.ok) return quota;
  if (sha256Given !== null && sha256Given !== arrived.sha256) return refused('damaged');
  if (probe === null) return refused('wrong-kind');
  if (probe.what === 'pointer') return refused('points-elsewhere');
  if (probe.what === 'rare-recording') return refused(terms.taken.file ? 'wrong-kind' : 'not-playable');
  if (probe.what === 'recording') return terms.taken.file ? refused('wrong-kind') : judgeRecording(probe, terms);
  return terms.taken.file ? judgeFile(probe) : refused('wrong-kind');
}

function judgeFile(probe: Extract<Probe, { what: 'picture' | 'document' }>): Outcome<Accepted, MediaRejection> {
  if (probe.what === 'picture') return done({ kind: 'file', mime: probe.mime, seconds: null });
  if (probe.isLocked) return refused('locked');
  if (!probe.isWhole) return refused('not-readable');
  return done({ kind: 'file', mime: 'application/pdf', seconds: null });
}

function judgeRecording(
  probe: Extract<Probe, { what: 'recording' }>,
  { taken, secondsMax, canCopy }: { taken: Taken; secondsMax: number; canCopy: boolean },
): Outcome<Accepted, MediaRejection> {
  const heardMime = CONTAINERS[probe.mime];
  if (heardMime === undefined) return refused('not-playable');
  const { picture, sound } = probe;
  if (picture === null && sound === null) return refused('not-readable');
  if (picture === null && !taken.voice) return refused('no-picture');
  if (picture !== null && !taken.video) return refused('has-picture');
  if (picture !== null && !(canCopy ? PICTURES_COPIED : PICTURES_PLAYED).includes(picture))
    return refused('not-playable');
  if (sound !== null && !canCopy && !SOUNDS_PLAYED.includes(sound)) return refused('not-playable');
  if (!(probe.seconds > 0) || !Number.isFinite(probe.seconds)) return refused('not-readable');
  if (isTooLong(probe.seconds, secondsMax)) return refused('too-long');
  const seconds = Math.round(probe.seconds * 10) / 10;
  return done(
    picture === null ? { kind: 'audio', mime: heardMime, seconds } : { kind: 'video', mime: probe.mime, seconds },
  );
}
