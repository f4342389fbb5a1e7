import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

/** What a file that is no recording is, read from its own bytes. */
export type FileProbe =
  | { readonly what: 'picture'; readonly mime: string; readonly format: PictureFormat }
  | { readonly what: 'document'; readonly isWhole: boolean; readonly isLocked: boolean };

export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'heic';

const ENDS_BYTES = 2_048;
/** The brands that telephones write; ISO/IEC 23008-12, annex B. */
const HEIC_BRANDS = ['heic', 'heix', 'hevc', 'hevx', 'mif1', 'msf1'];

/**
 * Reads what a file is by its first and last bytes. Its name plays no part.
 *
 * @returns null when it is neither a picture nor a document that we take
 * @source  ISO 32000-2, 7.5 (PDF header and trailer); the file signatures of JPEG, PNG, WebP and HEIF
 */
export async function probeFile(path: string): Promise<FileProbe | null> {
  const { head, tail } = await endsOf(path);
  const format = pictureIn(head);
  if (format !== null) return { what: 'picture', mime: `image/${format}`, format };
  if (head.toString('latin1', 0, 5) !== '%PDF-') return null;
  const end = tail.toString('latin1');
  const isWhole = /startxref\s+\d+\s+%%EOF/.test(end);
  return { what: 'document', isWhole, isLocked: isWhole && (await isEncrypted(path)) };
}

/** What picture begins with these bytes; null when it is none of ours. */
export function pictureIn(head: Buffer): PictureFormat | null {
  const at = (offset: number, text: string) => head.toString('latin1', offset, offset + text.length) === text;
  if (at(0, '\xff\xd8\xff')) return 'jpeg';
  if (at(0, '\x89PNG\r\n\x1a\n')) return 'png';
  if (at(0, 'RIFF') && at(8, 'WEBP')) return 'webp';
  if (at(4, 'ftyp') && HEIC_BRANDS.some((brand) => at(8, brand))) return 'heic';
  return null;
}

/** The trailer of a locked document names how it is encrypted, wherever in the file that trailer stands. */
async function isEncrypted(path: string): Promise<boolean> {
  let before = '';
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const text = before + (chunk as Buffer).toString('latin1');
    if (/\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(text)) return true;
    before = text.slice(-64);
  }
  return false;
}

async function endsOf(path: string): Promise<{ head: Buffer; tail: Buffer }> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const head = await file.read(Buffer.alloc(ENDS_BYTES), 0, ENDS_BYTES, 0);
    const tail = await file.read(Buffer.alloc(ENDS_BYTES), 0, ENDS_BYTES, Math.max(0, size - ENDS_BYTES));
    return { head: head.buffer.subarray(0, head.bytesRead), tail: tail.buffer.subarray(0, tail.bytesRead) };
  } finally {
    await file.close();
  }
}
