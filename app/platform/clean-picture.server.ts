import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Sharp } from 'sharp';
import { type PictureFormat, pictureIn } from './probe-file.server.ts';

/** A hundred megapixels: twice the largest telephone. More is made to fill our memory. */
const PIXELS_MAX = 100_000_000;
/** Sharp enough to read a scanned letter. */
const LONG_SIDE_MAX = 4_000;
const DECODE_MS_MAX = 30_000;
const POSTER_WIDTH = 640;

const READING = { limitInputPixels: PIXELS_MAX, failOn: 'error' } as const;
const DRAWING = { seconds: 30 };
/** Of the decoder's own; the pixels come on top, and are limited above. */
const DECODER_MEMORY = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 };

/**
 * Draws a picture anew, upright, and leaves behind everything else that its file said: where it was taken, when, by
 * which telephone, and whatever was hidden in it.
 *
 * @param to  where the new file goes; half of it may stay there when this process ends on the way
 * @returns   what the new file is; null when the old one cannot be drawn
 */
export async function cleanPicture(from: string, to: string, format: PictureFormat): Promise<{ mime: string } | null> {
  return oneAtATime(() => drawClean(from, to, format));
}

async function drawClean(from: string, to: string, format: PictureFormat): Promise<{ mime: string } | null> {
  try {
    const picture = format === 'heic' ? await heicPicture(from) : await plainPicture(from);
    const { hasAlpha } = await picture.metadata();
    const small = picture
      .rotate()
      .resize({ width: LONG_SIDE_MAX, height: LONG_SIDE_MAX, fit: 'inside', withoutEnlargement: true })
      .timeout(DRAWING);
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
 * @returns null when it is no JPEG, PNG or WebP: nothing else gets as far as the program that reads pictures
 */
export async function posterFrom(picture: Uint8Array): Promise<Buffer | null> {
  const format = pictureIn(Buffer.from(picture.buffer, picture.byteOffset, picture.byteLength));
  if (format === null || format === 'heic') return null;
  return oneAtATime(() => drawPoster(picture));
}

async function drawPoster(picture: Uint8Array): Promise<Buffer | null> {
  const { default: sharp } = await import('sharp');
  try {
    return await sharp(picture, READING)
      .rotate()
      .resize({ width: POSTER_WIDTH, height: POSTER_WIDTH, fit: 'inside', withoutEnlargement: true })
      .timeout(DRAWING)
      .jpeg({ quality: 70 })
      .toBuffer();
  } catch {
    return null;
  }
}

let lastDrawing: Promise<unknown> = Promise.resolve();

/** A hundred megapixels take half a gigabyte while they are drawn: never two of them together, whoever sent them. */
function oneAtATime<Drawn>(draw: () => Promise<Drawn>): Promise<Drawn> {
  const drawn = lastDrawing.then(draw);
  lastDrawing = drawn.catch(() => undefined);
  return drawn;
}

async function plainPicture(from: string): Promise<Sharp> {
  const { default: sharp } = await import('sharp');
  return sharp(from, READING);
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
    const worker = new Worker(DECODER, {
      eval: true,
      workerData,
      stdout: true,
      stderr: true,
      resourceLimits: DECODER_MEMORY,
    });
    const timer = setTimeout(() => void worker.terminate(), DECODE_MS_MAX);
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => {
      clearTimeout(timer);
      reject(new Error('the picture could not be decoded in time'));
    });
  });
}
