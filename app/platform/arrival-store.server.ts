import { AsyncLocalStorage } from 'node:async_hooks';
import { type FileHandle, open } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { FileStore } from '@tus/file-store';
import { ERRORS, MemoryLocker } from '@tus/server';
import { isDiskFull } from './disk-full.ts';
import { followHash } from './hash-follower.server.ts';

/** So much is taken in while earlier bytes go to the disk, and follows them in one write. A slow line never has as much. */
const WAITING_BYTES_MAX = 4 << 20;
/** How much may be written before it is hashed, and the disk asked to keep it: the end then waits for the last of it. */
const STRIDE_BYTES = 4 << 20;

/** How long a connection that is taken over from may still deliver what had come over it. */
const TAKEOVER_MS = 500;

const connection = new AsyncLocalStorage<IncomingMessage>();

/**
 * Runs what takes in a piece of an upload, and lets the store read its bytes from the connection itself: on their way
 * through a web Request they would take twice as long.
 */
export function overConnection<Answer>(incoming: IncomingMessage, work: () => Promise<Answer>): Promise<Answer> {
  return connection.run(incoming, work);
}

/** One lock per upload across requests: a phone that comes back takes over from its broken connection. */
export class ArrivalLocker extends MemoryLocker {
  override newLock(id: string): ReturnType<MemoryLocker['newLock']> {
    const lock = super.newLock(id);
    const incoming = connection.getStore();
    const take = lock.lock.bind(lock);
    lock.lock = (stop, release) =>
      take(stop, () => {
        // What had come before the line broke may still be on its way to the disk.
        setTimeout(() => incoming?.destroy(), TAKEOVER_MS).unref();
        release();
      });
    return lock;
  }
}

/** Keeps resumable uploads in a folder; while they come, they are hashed and given to the disk for good. */
export class ArrivalStore extends FileStore {
  /**
   * @param source  where the bytes come from unless they come over a connection
   * @returns the offset after them
   */
  override async write(source: Readable, id: string, offset: number): Promise<number> {
    const path = join(this.directory, id);
    try {
      const incoming = connection.getStore();
      // Who says how much is coming was judged by that before.
      const isAnnounced = incoming === undefined || incoming.headers['content-length'] !== undefined;
      const bytesMax = isAnnounced ? Infinity : await this.leftOf(id, offset);
      const file = await open(path, 'r+');
      try {
        return await pour(incoming ?? source, bytesMax, writerAt(file, path, offset));
      } finally {
        // After every write under way: whoever holds the lock next must find none of ours.
        await file.close();
      }
    } catch (error) {
      throw isDiskFull(error) || error === ERRORS.ERR_SIZE_EXCEEDED ? error : ERRORS.FILE_WRITE_ERROR;
    }
  }

  private async leftOf(id: string, offset: number): Promise<number> {
    const { size } = await this.getUpload(id);
    return (size ?? 0) - offset;
  }
}

type Writer = (batch: Buffer[]) => Promise<number>;

/**
 * Takes in while it writes: neither waits for the other before four megabytes have come. Everything that came reaches the
 * file, also when the connection broke after it: nobody sends a byte twice. Where the disk takes no more the connection
 * stays, so that the sender can be told.
 *
 * @returns the offset after the last byte
 */
async function pour(from: Readable, bytesMax: number, write: Writer): Promise<number> {
  let isWriting = false;
  let written: Promise<unknown> = Promise.resolve();
  let batch: Buffer[] = [];
  let batchBytes = 0;
  const flush = () => {
    isWriting = true;
    written = write(batch).finally(() => {
      isWriting = false;
    });
    // Heard with the next piece, or at the end; until then a fault of the disk must find a listener.
    written.catch(() => undefined);
    batch = [];
    batchBytes = 0;
  };
  let bytes = 0;
  let broken: { readonly by: unknown } | null = null;
  const pieces = from.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  try {
    for await (const piece of pieces) {
      bytes += piece.length;
      if (bytes > bytesMax) throw ERRORS.ERR_SIZE_EXCEEDED;
      batch.push(piece);
      batchBytes += piece.length;
      if (isWriting && batchBytes < WAITING_BYTES_MAX) continue;
      await written;
      flush();
    }
  } catch (error) {
    broken = { by: error };
  }
  await written;
  const offset = await write(batch);
  if (broken !== null) throw broken.by;
  return offset;
}

/** Writes one batch after the other. */
function writerAt(file: FileHandle, path: string, offset: number): Writer {
  const comeAlong = follower(file, path, offset);
  let at = offset;
  return async (batch) => {
    at = await writeWhole(file, batch, at);
    comeAlong(at);
    return at;
  };
}

/**
 * Writes pieces one behind the other. A nearly full disk may take a part of them, and says at the next try that it is.
 *
 * @returns the offset after them
 */
export async function writeWhole(file: Pick<FileHandle, 'writev'>, batch: Buffer[], offset: number): Promise<number> {
  let at = offset;
  let rest = batch;
  while (rest.length > 0) {
    const { bytesWritten } = await file.writev(rest, at);
    at += bytesWritten;
    rest = leftOf(rest, bytesWritten);
  }
  return at;
}

function leftOf(batch: Buffer[], bytesWritten: number): Buffer[] {
  const bytes = batch.reduce((sum, { length }) => sum + length, 0);
  return bytes === bytesWritten ? [] : [Buffer.concat(batch).subarray(bytesWritten)];
}

/** Only makes the end quicker: whether a film is whole and safe is asked when it is judged. */
function follower(file: FileHandle, path: string, offset: number): (upTo: number) => void {
  let doneUpTo = offset;
  let isKeeping = false;
  return (upTo) => {
    if (upTo - doneUpTo < STRIDE_BYTES) return;
    doneUpTo = upTo;
    followHash(path, upTo);
    if (isKeeping) return;
    isKeeping = true;
    file
      .datasync()
      // The judge asks again, and hears of it then.
      .catch(() => undefined)
      .finally(() => {
        isKeeping = false;
      });
  };
}
