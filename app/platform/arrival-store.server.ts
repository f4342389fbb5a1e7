import { createHash, type Hash } from 'node:crypto';
import { createWriteStream, fdatasync, type WriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileStore } from '@tus/file-store';
import { ERRORS } from '@tus/server';
import { isDiskFull } from './disk-full.ts';
import { measureFile } from './files.server.ts';

/** What is waiting for the disk goes down in one write. Of a slow line there is never as much. */
const WAITING_BYTES_MAX = 1 << 20;
/** How much may be written before the disk is asked to keep it: the end of a long film then waits for the last of it. */
const UNKEPT_BYTES_MAX = 16 << 20;
/** More uploads than one portal has under way: the oldest is forgotten, and its file is read again at the end. */
const HASHES_MAX = 200;

/** The hash of everything from the first byte on that this process has passed to a file. */
type Passed = { readonly hash: Hash; bytes: number };

const passedTo = new Map<string, Passed>();

/** Keeps resumable uploads in a folder, and hashes them as they come, so that no film has to be read again. */
export class ArrivalStore extends FileStore {
  /** @returns the offset after it */
  override async write(source: Readable, id: string, offset: number): Promise<number> {
    const path = join(this.directory, id);
    const passed = passedFrom(path, offset);
    let at = offset;
    const noting = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        at += chunk.length;
        if (passed !== null) {
          passed.hash.update(chunk);
          passed.bytes = at;
        }
        done(null, chunk);
      },
    });
    const sink = createWriteStream(path, { flags: 'r+', start: offset, highWaterMark: WAITING_BYTES_MAX });
    keepWhileComing(sink);
    try {
      await pipeline(source, noting, sink);
    } catch (error) {
      // A full disk is no fault: whoever sends is told so, and goes on later from the last byte that was kept.
      throw isDiskFull(error) ? error : ERRORS.FILE_WRITE_ERROR;
    }
    return at;
  }
}

/** Only makes the end quicker: whether a film is safe is asked when it is put where files are kept. */
function keepWhileComing(sink: WriteStream & { fd?: number | null }): void {
  let keptUpTo = 0;
  let isKeeping = false;
  sink.on('drain', () => {
    const { bytesWritten, fd } = sink;
    if (isKeeping || typeof fd !== 'number' || bytesWritten - keptUpTo < UNKEPT_BYTES_MAX) return;
    isKeeping = true;
    keptUpTo = bytesWritten;
    fdatasync(fd, () => {
      isKeeping = false;
    });
  });
}

/** A connection that broke may have passed more than was written: then what follows does not follow on. */
function passedFrom(path: string, offset: number): Passed | null {
  const known = passedTo.get(path);
  passedTo.delete(path);
  const passed = offset === 0 ? { hash: createHash('sha256'), bytes: 0 } : known?.bytes === offset ? known : null;
  if (passed === null) return null;
  passedTo.set(path, passed);
  for (const oldest of passedTo.keys()) {
    if (passedTo.size <= HASHES_MAX) break;
    passedTo.delete(oldest);
  }
  return passed;
}

/** Size and hash of a file that has arrived: from its passing by, or where that is not the whole of it, read again. */
export async function measureArrival(path: string): Promise<{ bytes: number; sha256: string }> {
  const passed = passedTo.get(path);
  passedTo.delete(path);
  const { size } = await stat(path);
  return passed?.bytes === size ? { bytes: size, sha256: passed.hash.digest('hex') } : measureFile(path);
}
