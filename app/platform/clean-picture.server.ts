import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Sharp } from 'sharp';
import type { PictureFormat } from './probe-file.server.ts';

/** A hundred megapixels: twice the largest telephone. More is made to fill our memory. */
const PIXELS_MAX = 100_000_000;
/** Sharp enough to read a scanned letter. */
const LONG_SIDE_MAX = 4_000;
const DECODE_MS_MAX = 30_000;
const POSTER_WIDTH = 640;

/**
 * Draws a picture anew, upright, and leaves behind everything else that its file said: where it was taken, when, by
 * which telephone, and whatever was hidden in it.
 *
 * @param to  where the new file goes; half of it may stay there when this process ends on the way
 * @returns   what the new file is; null when the old one cannot be drawn
 */
export async function cleanPicture(from: string, to: string, format: PictureFormat): Promise<{ mime: string } | null> {
  try {
    const picture = format === 'heic' ? await heicPicture(from) : await plainPicture(from);
    const { hasAlpha } = await picture.metadata();
    const small = picture
      .rotate()
      .resize({ width: LONG_SIDE_MAX, height: LONG_SIDE_MAX, fit: 'inside', withoutEnlargement: true });
    // JPEG has no way to leave parts of a picture empty. HEIC is decoded with an empty channel that means nothing.
    const isSeeThrough = hasAlpha === true && format !== 'heic';
    const drawn = isSeeThrough ? small.webp({ quality: 85 }) : small.jpeg({ quality: 85, mozjpeg: true });
    await drawn.toFile(to);
    return { mime: isSeeThrough ? 'image/webp' : 'image/jpeg' };
  } catch {
    // Whatever a broken file makes the reader say, to its sender it is a picture we cannot read.
    return null;
  }
}

/**
 * Makes a small JPEG of a frame of a video, from whatever a browser or a converter made.
 *
 * @returns null when it is no picture
 */
export async function posterFrom(picture: Uint8Array | string): Promise<Buffer | null> {
  const { default: sharp } = await import('sharp');
  try {
    return await sharp(picture, { limitInputPixels: PIXELS_MAX, failOn: 'error' })
      .rotate()
      .resize({ width: POSTER_WIDTH, height: POSTER_WIDTH, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 70 })
      .toBuffer();
  } catch {
    return null;
  }
}

async function plainPicture(from: string): Promise<Sharp> {
  const { default: sharp } = await import('sharp');
  return sharp(from, { limitInputPixels: PIXELS_MAX, failOn: 'error' });
}

/** Telephones' own kind, which sharp cannot read. It is turned upright while it is decoded. */
async function heicPicture(from: string): Promise<Sharp> {
  const { default: sharp } = await import('sharp');
  const { width, height, data } = await decodeHeic(await readFile(from));
  return sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha();
}

/** Apart from this thread, which would stand still for seconds, and with a memory of its own to run out of. */
const DECODER = `
  const { parentPort, workerData } = require('node:worker_threads');
  const decode = require(workerData.decoder);
  decode.all({ buffer: workerData.bytes }).then(async (pictures) => {
    const [first] = pictures;
    if (first.width * first.height > workerData.pixelsMax) throw new Error('too many pixels');
    const { width, height, data } = await first.decode();
    parentPort.postMessage({ width, height, data });
  }, (error) => { throw error; });
`;

function decodeHeic(bytes: Buffer): Promise<{ width: number; height: number; data: Uint8Array }> {
  const decoder = createRequire(import.meta.url).resolve('heic-decode');
  return new Promise((resolve, reject) => {
    const workerData = { decoder, bytes, pixelsMax: PIXELS_MAX };
    // What the decoder says of a broken picture is for nobody.
    const worker = new Worker(DECODER, { eval: true, workerData, stdout: true, stderr: true });
    const timer = setTimeout(() => void worker.terminate(), DECODE_MS_MAX);
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => {
      clearTimeout(timer);
      reject(new Error('the picture could not be decoded in time'));
    });
  });
}
