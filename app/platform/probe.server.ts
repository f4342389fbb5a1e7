import { open } from 'node:fs/promises';
import { FilePathSource, Input, MATROSKA, MP3, MP4, OGG, QTFF, WAVE, WEBM } from 'mediabunny';
import { pointsElsewhere } from './iso-references.server.ts';

/** What a recording is, read from its own bytes. */
export type RecordingProbe =
  | {
      readonly what: 'recording';
      readonly mime: string;
      /** The codec of the picture; null without one, 'unknown' when nobody can name it. */
      readonly picture: string | null;
      /** Of the sound, likewise. */
      readonly sound: string | null;
      readonly seconds: number;
    }
  | { readonly what: 'pointer' }
  | { readonly what: 'rare-recording' };

/** An honest file is read in well under a second; one made to keep us busy is given up. */
const PROBE_MS_MAX = 20_000;

/** Never the formats of playlists: their reader would go and fetch what they name. */
const FORMATS = [MP4, QTFF, WEBM, MATROSKA, MP3, OGG, WAVE];

const HEAD_BYTES = 1_024;

/**
 * Reads what a recording is from its own bytes: container, codecs and duration. Its name plays no part.
 *
 * @returns null when it is no container we know, cannot be read, or takes too long
 */
export async function probeMedia(path: string): Promise<RecordingProbe | null> {
  const head = await headOf(path);
  if (isPlaylist(head)) return { what: 'pointer' };
  if (isRare(head)) return { what: 'rare-recording' };
  return opened<RecordingProbe>(path, async (input) =>
    (await pointsElsewhere(path)) ? { what: 'pointer' } : await read(input),
  );
}

/** Seconds until the picture and the sound of a recording end; null for what it does not have. */
type TrackSeconds = { readonly picture: number | null; readonly sound: number | null };

/**
 * Measures picture and sound of a recording apart: what is whole as a file may be a film with a single picture in it.
 *
 * @param path  of a recording that was probed: nothing in it points elsewhere
 * @returns     null when it cannot be read, or takes too long
 */
export async function measureTracks(path: string): Promise<TrackSeconds | null> {
  return opened(path, async (input) => {
    const picture = await input.getPrimaryVideoTrack();
    const sound = await input.getPrimaryAudioTrack();
    return { picture: (await picture?.computeDuration()) ?? null, sound: (await sound?.computeDuration()) ?? null };
  });
}

async function opened<Found>(path: string, readIt: (input: Input) => Promise<Found>): Promise<Found | null> {
  const input = new Input({ source: new FilePathSource(path), formats: FORMATS });
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, PROBE_MS_MAX, null);
  });
  try {
    return await Promise.race([readIt(input), tooLong]);
  } catch {
    // Whatever a broken file makes the reader say, to its sender it is a file we cannot read.
    return null;
  } finally {
    clearTimeout(timer);
    input.dispose();
  }
}

async function read(input: Input): Promise<RecordingProbe> {
  const format = await input.getFormat();
  const picture = await input.getPrimaryVideoTrack();
  const sound = await input.getPrimaryAudioTrack();
  return {
    what: 'recording',
    mime: format.mimeType,
    picture: picture === null ? null : (picture.codec ?? 'unknown'),
    sound: sound === null ? null : (sound.codec ?? 'unknown'),
    seconds: await input.computeDuration(),
  };
}

async function headOf(path: string): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** A list of addresses: HLS, DASH, the list that ffmpeg joins, the lists of old players. */
function isPlaylist(head: Buffer): boolean {
  const text = head
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  return /^(?:#EXTM3U|ffconcat version|\[playlist\]|RTSPtext)/i.test(text) || /<(?:MPD|smil|asx)[\s>]/i.test(text);
}

/** Kinds that telephones once wrote and few browsers play: AMR, AVI, Windows Media, Flash, Core Audio, MPEG streams. */
function isRare(head: Buffer): boolean {
  const at = (offset: number, text: string) => head.toString('latin1', offset, offset + text.length) === text;
  return (
    at(0, '#!AMR') ||
    (at(0, 'RIFF') && at(8, 'AVI ')) ||
    at(0, '\x30\x26\xb2\x75\x8e\x66\xcf\x11') ||
    at(0, 'FLV\x01') ||
    at(0, 'caff') ||
    at(0, '\x00\x00\x01\xba') ||
    (at(0, 'G') && at(188, 'G') && at(376, 'G'))
  );
}
