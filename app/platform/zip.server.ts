import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** One file of an archive; its text comes piece by piece, so that no file is ever whole in memory. */
export type ZipEntry = { readonly name: string; readonly text: Iterable<string> | AsyncIterable<string> };

/** 1 January 1980: the earliest day there is, so that the same content makes the same bytes. */
const DOS_DAY = 0x21;
/** Sizes and checksum follow the content; names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;
const VERSION = 20;

type Written = { name: Buffer; crc: number; packed: number; plain: number; at: number };

/**
 * Writes an archive as it is read: nothing is held but a piece of one file and the list of those before it.
 *
 * @source PKWARE APPNOTE 6.3.10, §4.3 and §4.4 (without ZIP64: below 4 GiB)
 */
export async function* zipped(entries: Iterable<ZipEntry>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let at = 0;
  for (const { name, text } of entries) {
    const entry: Written = { name: Buffer.from(name), crc: 0, packed: 0, plain: 0, at };
    const head = Buffer.concat([
      fields([4, 0x04034b50], [2, VERSION], [2, FLAGS], [2, DEFLATED], [2, 0], [2, DOS_DAY], [4, 0], [4, 0], [4, 0]),
      fields([2, entry.name.length], [2, 0]),
      entry.name,
    ]);
    yield head;
    const deflated = createDeflateRaw();
    // What goes wrong while a row is read ends this loop with its reason; the callback is only for streams nobody reads.
    pipeline(Readable.from(measured(text, entry)), deflated, () => undefined);
    for await (const packed of deflated) {
      entry.packed += packed.length;
      yield packed;
    }
    const tail = fields([4, 0x08074b50], [4, entry.crc], [4, entry.packed], [4, entry.plain]);
    yield tail;
    at += head.length + entry.packed + tail.length;
    written.push(entry);
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  yield directory;
  const count = written.length;
  yield fields([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, directory.length], [4, at], [2, 0]);
}

async function* measured(text: ZipEntry['text'], entry: Written): AsyncGenerator<Buffer> {
  for await (const piece of text) {
    const bytes = Buffer.from(piece);
    entry.crc = crc32(bytes, entry.crc);
    entry.plain += bytes.length;
    yield bytes;
  }
}

function directoryEntry({ name, crc, packed, plain, at }: Written): Buffer {
  return Buffer.concat([
    fields([4, 0x02014b50], [2, VERSION], [2, VERSION], [2, FLAGS], [2, DEFLATED], [2, 0], [2, DOS_DAY]),
    fields([4, crc], [4, packed], [4, plain], [2, name.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, at]),
    name,
  ]);
}

/** Whole numbers one after the other, the low byte first. */
function fields(...numbers: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  const buffer = Buffer.alloc(numbers.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of numbers) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}
