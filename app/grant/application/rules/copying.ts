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
    ...['-sn', '-dn', '-map_metadata', '-1', '-map_chapters', '-1', '-movflags', '+faststart', '-f', 'mp4'],
  ];
}

/** One frame from near the beginning; the very first is often black. */
export function posterOutput(seconds: number): string[] {
  return ['-ss', Math.min(1, seconds / 2).toFixed(2), '-map', '0:v:0', '-frames:v', '1', '-c:v', 'png', '-f', 'image2'];
}

/** Whether what was made plays everywhere and is as long as what it was made from. */
export function isCopyOf(
  probe: Probe | null,
  original: { readonly kind: MediaKind | null; readonly seconds: number | null },
): boolean {
  if (probe?.what !== 'recording' || probe.mime !== 'video/mp4') return false;
  if (original.kind === 'video' ? probe.picture !== 'avc' : probe.sound !== 'aac') return false;
  return Math.abs(probe.seconds - (original.seconds ?? 0)) <= SECONDS_APART_MAX;
}
