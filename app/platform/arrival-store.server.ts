import { AsyncLocalStorage } from 'node:async_hooks';
import { once } from 'node:events';
import { createWriteStream, fdatasync, type WriteStream } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { FileStore } from '@tus/file-store';
import { ERRORS, MemoryLocker } from '@tus/server';
import { isDiskFull } from './disk-full.ts';
import { followHash } from './hash-follower.server.ts';

/** What is waiting for the disk goes down in one write. Of a slow line there is never as much. */
const WAITING_BYTES_MAX = 1 << 20;
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
    const sink = createWriteStream(path, { flags: 'r+', start: offset, highWaterMark: WAITING_BYTES_MAX });
    comeAlong(sink, path, offset);
    try {
      const incoming = connection.getStore();
      // Who says how much is coming was judged by that before.
      const isAnnounced = incoming === undefined || incoming.headers['content-length'] !== undefined;
      await pour(incoming ?? source, sink, isAnnounced ? Infinity : await this.leftOf(id, offset));
    } catch (error) {
      // Whoever holds the lock next must not find a write of ours still under way.
      sink.destroy();
      if (!sink.closed) await once(sink, 'close');
      throw isDiskFull(error) || error === ERRORS.ERR_SIZE_EXCEEDED ? error : ERRORS.FILE_WRITE_ERROR;
    }
    return offset + sink.bytesWritten;
  }

  private async leftOf(id: string, offset: number): Promise<number> {
    const { size } = await this.getUpload(id);
    return (size ?? 0) - offset;
  }
}

/**
 * Everything that came reaches the file, also when the connection broke after it: nobody sends a byte twice. Where the
 * disk takes no more the connection stays, so that the sender can be told.
 */
async function pour(from: Readable, sink: WriteStream, bytesMax: number): Promise<void> {
  const written = finished(sink);
  // Heard at the end; until then a fault of the disk must find a listener.
  written.catch(() => undefined);
  let bytes = 0;
  let broken: unknown = null;
  try {
    for await (const chunk of from.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > bytesMax) throw ERRORS.ERR_SIZE_EXCEEDED;
      if (sink.destroyed) break;
      if (!sink.write(chunk)) await once(sink, 'drain');
    }
  } catch (error) {
    broken = error;
  }
  sink.end();
  await written;
  if (broken !== null) throw broken;
}

/** Only makes the end quicker: whether a film is whole and safe is asked when it is judged. */
function comeAlong(sink: WriteStream & { fd?: number | null }, path: string, offset: number): void {
  let doneUpTo = 0;
  let isKeeping = false;
  sink.on('drain', () => {
    const { bytesWritten, fd } = sink;
    if (bytesWritten - doneUpTo < STRIDE_BYTES) return;
    doneUpTo = bytesWritten;
    followHash(path, offset + bytesWritten);
    if (isKeeping || typeof fd !== 'number') return;
    isKeeping = true;
    fdatasync(fd, () => {
      isKeeping = false;
    });
  });
}
