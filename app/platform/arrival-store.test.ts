import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Upload } from '@tus/server';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { ArrivalStore, writeWhole } from './arrival-store.server.ts';
import { measureFile } from './files.server.ts';

/** Longer than what waits for the disk, and than what is hashed behind it at a time. */
const FILM = randomBytes(10_000_000);
const SHA256 = createHash('sha256').update(FILM).digest('hex');

const folder = mkdtempSync(join(tmpdir(), 'common-pot-arrivals-'));
const store = new ArrivalStore({ directory: folder });
let id = '';

afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(async () => {
  id = randomBytes(8).toString('hex');
  await store.create(new Upload({ id, size: FILM.length, offset: 0 }));
});

describe('a film that arrives', () => {
  test('in one piece is the same film, and was hashed as it came', async () => {
    expect(await store.write(Readable.from(inChunks(FILM)), id, 0)).toBe(FILM.length);
    expect(await measureFile(pathOf())).toEqual({ bytes: FILM.length, sha256: SHA256 });
    expect(readFileSync(pathOf()).equals(FILM)).toBe(true);
  });

  test('in three pieces is the same film', async () => {
    await store.write(Readable.from(inChunks(FILM.subarray(0, 1_000_001))), id, 0);
    await store.write(Readable.from(inChunks(FILM.subarray(1_000_001, 1_000_002))), id, 1_000_001);
    await store.write(Readable.from(inChunks(FILM.subarray(1_000_002))), id, 1_000_002);
    expect(await measureFile(pathOf())).toEqual({ bytes: FILM.length, sha256: SHA256 });
  });

  test('goes on where the broken connection left the file, not where its bytes had been seen', async () => {
    const broken = store.write(Readable.from(breakingAfter(9_000_000)), id, 0);
    await expect(broken).rejects.toMatchObject({ status_code: 500 });
    const { offset } = await store.getUpload(id);
    // All that came before it broke is there.
    expect(offset).toBe(9_000_000);
    await store.write(Readable.from(inChunks(FILM.subarray(offset))), id, offset);
    expect(await measureFile(pathOf())).toEqual({ bytes: FILM.length, sha256: SHA256 });
    expect(readFileSync(pathOf()).equals(FILM)).toBe(true);
  });

  test('is begun anew from its first byte, and the first try counts for nothing', async () => {
    await store.write(Readable.from(inChunks(randomBytes(FILM.length))), id, 0);
    await store.write(Readable.from(inChunks(FILM)), id, 0);
    expect(await measureFile(pathOf())).toEqual({ bytes: FILM.length, sha256: SHA256 });
  });

  test('is read again when this process did not see all of it', async () => {
    await store.write(Readable.from(inChunks(FILM)), id, 0);
    // What is asked for once is forgotten, as after a restart.
    await measureFile(pathOf());
    expect(await measureFile(pathOf())).toEqual({ bytes: FILM.length, sha256: SHA256 });
  });
});

test('A disk that takes a few bytes at a time gets all of them, each at its place', async () => {
  const disk = Buffer.alloc(12);
  const file = {
    async writev<Pieces extends readonly NodeJS.ArrayBufferView[]>(pieces: Pieces, at: number | null = 0) {
      const bytesWritten = Buffer.concat(pieces.map(bytesOf)).copy(disk, at ?? 0, 0, 5);
      return { bytesWritten, buffers: pieces };
    },
  };
  expect(await writeWhole(file, [Buffer.from('our'), Buffer.from(' kit'), Buffer.from('chen')], 1)).toBe(12);
  expect(disk.toString('latin1', 1)).toBe('our kitchen');
});

// The device that is always full is Linux's.
describe.skipIf(process.platform !== 'linux')('a film for which there is no room', () => {
  test('is refused in the middle, however slowly it comes, and its sender can still be answered', async () => {
    rmSync(pathOf());
    symlinkSync('/dev/full', pathOf());
    const line = Readable.from(slowly(FILM.subarray(0, 200_000)));
    await expect(store.write(line, id, 0)).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(line.destroyed).toBe(false);
  });
});

function bytesOf({ buffer, byteOffset, byteLength }: NodeJS.ArrayBufferView): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

async function* slowly(bytes: Buffer): AsyncGenerator<Buffer> {
  for (const chunk of inChunks(bytes)) {
    yield chunk;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function pathOf(): string {
  return join(folder, id);
}

function* inChunks(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

async function* breakingAfter(bytes: number): AsyncGenerator<Buffer> {
  yield* inChunks(FILM.subarray(0, bytes));
  await new Promise((resolve) => setImmediate(resolve));
  throw new Error('the telephone is in a tunnel');
}
