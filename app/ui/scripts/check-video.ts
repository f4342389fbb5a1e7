/** What can be known of a video before it is sent, so that nobody waits for a refusal. */

export type VideoFault = 'empty' | 'tooLarge' | 'wrongKind' | 'tooLong';

/** The server allows the same second of grace. */
const GRACE_SECONDS = 1;
const READ_MS_MAX = 5_000;

/** @returns the first thing that is wrong, or null; what cannot be known is left to the server */
export async function checkVideo(
  file: File,
  limits: { secondsMax: number; bytesMax: number },
): Promise<VideoFault | null> {
  if (file.size === 0) return 'empty';
  if (file.size > limits.bytesMax) return 'tooLarge';
  if (!(await looksLikeVideo(file))) return 'wrongKind';
  const seconds = await durationOf(file);
  return seconds !== null && seconds > limits.secondsMax + GRACE_SECONDS ? 'tooLong' : null;
}

/** By its first bytes: an ISO media file says "ftyp", a WebM file begins with the EBML mark. */
async function looksLikeVideo(file: File): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, 12).arrayBuffer());
  const isIsoMedia = String.fromCharCode(...head.slice(4, 8)) === 'ftyp';
  const isWebm = head[0] === 0x1a && head[1] === 0x45 && head[2] === 0xdf && head[3] === 0xa3;
  return isIsoMedia || isWebm;
}

/** Null when this browser cannot tell: some cannot read what telephones film, and recordings carry no length. */
function durationOf(file: File): Promise<number | null> {
  return new Promise((resolve) => {
    const video = document.createElement('video');
    const source = URL.createObjectURL(file);
    const finish = (seconds: number | null) => {
      URL.revokeObjectURL(source);
      resolve(seconds !== null && Number.isFinite(seconds) ? seconds : null);
    };
    video.preload = 'metadata';
    video.addEventListener('loadedmetadata', () => finish(video.duration), { once: true });
    video.addEventListener('error', () => finish(null), { once: true });
    window.setTimeout(() => finish(null), READ_MS_MAX);
    video.src = source;
  });
}
