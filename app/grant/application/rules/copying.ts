import type { Probe } from './judging.ts';
import type { MediaKind } from './media.ts';

/** Wide enough to read a sign in the picture, small enough for a telephone far from a mast. */
const LONG_SIDE_MAX = 1_280;

/** A copy may end a little earlier or later than the recording: sound and picture are cut in pieces of their own. */
const SECONDS_APART_MAX = 2;

/**
 * What ffmpeg makes of a recording: H.264 and AAC, its index first so that it plays before it has arrived, nothing of
 * what the telephone wrote into it about places and owners.
 */
export function copyOutput(isVideo: boolean): string[] {
  const side = `min(${LONG_SIDE_MAX}\\,iw)`;
  const fit = `scale=w=${side}:h=${side.replace('iw', 'ih')}:force_original_aspect_ratio=decrease:force_divisible_by=2`;
  const picture = ['-map', '0:v:0', '-vf', `${fit},format=yuv420p`, '-fpsmax', '30'];
  const codec = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '24', '-profile:v', 'main', '-threads', '1'];
  return [
    ...(isVideo ? [...picture, ...codec] : ['-vn']),
    ...['-map', isVideo ? '0:a:0?' : '0:a:0', '-c:a', 'aac', '-b:a', isVideo ? '128k' : '96k', '-ac', '2'],
    // What cannot be decoded ends the work, instead of being left out without a word.
    ...['-xerror', '-sn', '-dn', '-map_metadata', '-1', '-map_chapters', '-1', '-movflags', '+faststart', '-f', 'mp4'],
  ];
}

/** One frame from near the beginning; the very first is often black. */
export function posterOutput(seconds: number): string[] {
  return ['-ss', Math.min(1, seconds / 2).toFixed(2), '-map', '0:v:0', '-frames:v', '1', '-c:v', 'png', '-f', 'image2'];
}

/** Seconds until the picture and the sound of a recording end; null for what it does not have. */
type Tracks = { readonly picture: number | null; readonly sound: number | null };

/**
 * Whether what was made plays everywhere and says all that its original says: the picture to its end, the sound to its
 * end. A converter that met a fault half way may be content with one frame, or with silence.
 */
export function isCopyOf(
  copy: { readonly probe: Probe | null; readonly tracks: Tracks | null },
  original: { readonly kind: MediaKind | null; readonly tracks: Tracks | null },
): boolean {
  const { probe, tracks } = copy;
  if (probe?.what !== 'recording' || probe.mime !== 'video/mp4' || tracks === null || original.tracks === null) {
    return false;
  }
  const isVideo = original.kind === 'video';
  if (isVideo && (probe.picture !== 'avc' || !endsTogether(tracks.picture, original.tracks.picture))) return false;
  if (original.tracks.sound === null) return isVideo && tracks.sound === null;
  return probe.sound === 'aac' && endsTogether(tracks.sound, original.tracks.sound);
}

function endsTogether(copy: number | null, original: number | null): boolean {
  return copy !== null && original !== null && Math.abs(copy - original) <= SECONDS_APART_MAX;
}

/** The disk is full: a fault of ours, not of the film. As ffmpeg and Node say it. */
export function saysDiskFull(words: string): boolean {
  return /No space left on device|ENOSPC|Disk quota exceeded|EDQUOT|File too large|EFBIG/i.test(words);
}
