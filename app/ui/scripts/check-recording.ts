/** What can be known of a recording or a file before it is sent, so that nobody waits for a refusal. */

export type RecordingFault = 'empty' | 'tooLarge' | 'wrongKind' | 'tooLong';

/** The server allows the same second of grace. */
const GRACE_SECONDS = 1;
const READ_MS_MAX = 5_000;

/** @returns the first thing that is wrong, or null; what cannot be known is left to the server */
export async function checkRecording(
  file: File,
  limits: { way: string; secondsMax: number; bytesMax: number },
): Promise<RecordingFault | null> {
  if (file.size === 0) return 'empty';
  if (file.size > limits.bytesMax) return 'tooLarge';
  if (!(await looksRight(file, limits.way))) return 'wrongKind';
  if (limits.way === 'file') return null;
  const seconds = await durationOf(file);
  return seconds !== null && seconds > limits.secondsMax + GRACE_SECONDS ? 'tooLong' : null;
}

/** By its first bytes; what they cannot tell is left to the server. */
async function looksRight(file: File, way: string): Promise<boolean> {
  const bytes = new Uint8Array(await file.slice(0, 12).arrayBuffer());
  const head = String.fromCharCode(...bytes);
  const isIsoMedia = head.startsWith('ftyp', 4);
  const isRiff = (kind: string) => head.startsWith('RIFF') && head.startsWith(kind, 8);
  if (way === 'file') {
    const isPicture = ['\xff\xd8\xff', '\x89PNG'].some((mark) => head.startsWith(mark)) || isRiff('WEBP') || isIsoMedia;
    return isPicture || head.startsWith('%PDF-');
  }
  const isFilm = isIsoMedia || head.startsWith('\x1aE\xdf\xa3');
  if (isFilm || way === 'video') return isFilm;
  // A bare MP3 begins with a frame: eleven bits that are all set.
  const isFrame = bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0;
  return isFrame || isRiff('WAVE') || ['ID3', 'OggS', '#!AMR'].some((mark) => head.startsWith(mark));
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
