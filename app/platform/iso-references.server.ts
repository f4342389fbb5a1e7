import { open } from 'node:fs/promises';
import { BOXES_MAX, INDEX_BYTES_MAX, readAt, readBox } from './iso-boxes.server.ts';

/** The boxes on the way from the index to the lists of where each track's samples are. */
const INSIDE = new Set(['moov', 'trak', 'mdia', 'minf', 'dinf']);

/**
 * Whether an MP4 or MOV file says that its pictures or sounds are in another file, or is only a list of others.
 * A player would go and look for them: on our disk, or on somebody's network.
 *
 * @returns false for a file of another kind
 * @source  ISO/IEC 14496-12, "dref": a reference with flag 1 means this file; QuickTime File Format, "rmra"
 */
export async function pointsElsewhere(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    let at = 0;
    for (let boxes = 0; at + 8 <= size; boxes += 1) {
      // An index may be hidden behind as many boxes as somebody likes; no telephone writes so many.
      if (boxes === BOXES_MAX) return true;
      const box = readBox(await readAt(file, at, 16), 0, size - at);
      if (box === null || (boxes === 0 && !/^[a-z0-9 ]{4}$/i.test(box.type))) return false;
      if (box.type === 'moov') {
        if (box.bytes > INDEX_BYTES_MAX) return true;
        if (namesOthers(await readAt(file, at, box.bytes))) return true;
      }
      at += box.bytes;
    }
    return false;
  } finally {
    await file.close();
  }
}

/** @param boxes  whole boxes, one after another */
function namesOthers(boxes: Buffer): boolean {
  for (let at = 0; at + 8 <= boxes.length; ) {
    const box = readBox(boxes, at, boxes.length - at);
    if (box === null) return false;
    const content = boxes.subarray(at + box.header, at + box.bytes);
    // A compressed index hides what it says, and no telephone writes one.
    if (box.type === 'rmra' || box.type === 'cmov') return true;
    if (box.type === 'dref' && hasForeignEntry(content)) return true;
    if (INSIDE.has(box.type) && namesOthers(content)) return true;
    at += box.bytes;
  }
  return false;
}

/** Version and flags, a count, then one box an entry: its own flags say whether it means this file. */
function hasForeignEntry(list: Buffer): boolean {
  for (let at = 8; at + 12 <= list.length; ) {
    const entry = readBox(list, at, list.length - at);
    if (entry === null) return true;
    const isThisFile = (list.readUInt32BE(at + entry.header) & 1) === 1;
    if (!isThisFile) return true;
    at += entry.bytes;
  }
  return false;
}
