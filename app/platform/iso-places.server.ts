import { open } from 'node:fs/promises';
import { BOXES_MAX, INDEX_BYTES_MAX, readAt, readBox } from './iso-boxes.server.ts';

/** Where a box lies in its file. */
export type BoxPlace = { readonly at: number; readonly header: number; readonly bytes: number };

/** What telephones write beside the film itself: user data, metadata, and boxes with a name of their maker. */
const BESIDE = new Set(['udta', 'meta', 'uuid', 'XMP_']);
/** How a place is called in them. */
const PLACE = /\xa9xyz|loci|location|GPS|XMP|exif:/i;
const ZEROS = Buffer.alloc(64 * 1024);

/**
 * Finds the boxes of an MP4 or MOV file that say where it was filmed. Players need none of them.
 *
 * @param path  of a recording that was probed
 * @returns     nothing for a file of another kind
 * @source      3GPP TS 26.244, "loci"; QuickTime File Format, user data "©xyz" and metadata "location.ISO6709"
 */
export async function placesToldIn(path: string): Promise<BoxPlace[]> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const found: BoxPlace[] = [];
    for (let at = 0, boxes = 0; at + 8 <= size && boxes < BOXES_MAX; boxes += 1) {
      const box = readBox(await readAt(file, at, 16), 0, size - at);
      if (box === null || (boxes === 0 && !/^[a-z0-9 ]{4}$/i.test(box.type))) break;
      if ((box.type === 'moov' || BESIDE.has(box.type)) && box.bytes <= INDEX_BYTES_MAX) {
        found.push(...placesIn(await readAt(file, at, box.bytes), at));
      }
      at += box.bytes;
    }
    return found;
  } finally {
    await file.close();
  }
}

/**
 * @param boxes  whole boxes, one after another
 * @param from   where they begin in their file
 */
function placesIn(boxes: Buffer, from: number): BoxPlace[] {
  const found: BoxPlace[] = [];
  for (let at = 0; at + 8 <= boxes.length; ) {
    const box = readBox(boxes, at, boxes.length - at);
    if (box === null) break;
    const content = boxes.subarray(at + box.header, at + box.bytes);
    if (box.type === 'moov' || box.type === 'trak') found.push(...placesIn(content, from + at + box.header));
    if (BESIDE.has(box.type) && PLACE.test(content.toString('latin1'))) found.push({ ...box, at: from + at });
    at += box.bytes;
  }
  return found;
}

/** Makes free space of such boxes: nothing else in the file moves, so nothing that counts bytes is wrong afterwards. */
export async function forgetPlaces(path: string, places: readonly BoxPlace[]): Promise<void> {
  const file = await open(path, 'r+');
  try {
    for (const { at, header, bytes } of places) {
      await file.write('free', at + 4, 'latin1');
      for (let from = at + header; from < at + bytes; from += ZEROS.length) {
        await file.write(ZEROS, 0, Math.min(ZEROS.length, at + bytes - from), from);
      }
    }
  } finally {
    await file.close();
  }
}
