import { createWriteStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileStore } from '@tus/file-store';
import { ERRORS } from '@tus/server';
import { isDiskFull } from './disk-full.ts';
import { arrivalPath, arrivalsFolder } from './files.server.ts';

const stores = new Map<string, ArrivalStore>();

/** Where resumable uploads are written to while they arrive: one for each folder of a process. */
export function arrivalStoreOf(env: Parameters<typeof arrivalsFolder>[0]): FileStore {
  const store = stores.get(env.DATA_DIR) ?? new ArrivalStore(env);
  stores.set(env.DATA_DIR, store);
  return store;
}

/** Says when it was the disk that took no more: whoever sends is told so, and goes on later from the last byte kept. */
class ArrivalStore extends FileStore {
  readonly #env: Parameters<typeof arrivalsFolder>[0];

  constructor(env: Parameters<typeof arrivalsFolder>[0]) {
    super({ directory: arrivalsFolder(env) });
    this.#env = env;
  }

  override async write(body: Readable, name: string, offset: number): Promise<number> {
    const file = createWriteStream(arrivalPath(this.#env, name), { flags: 'r+', start: offset });
    try {
      await pipeline(body, file);
    } catch (error) {
      throw isDiskFull(error) ? error : ERRORS.FILE_WRITE_ERROR;
    }
    return offset + file.bytesWritten;
  }
}
