import { open } from 'node:fs/promises';
import type { Env } from './env.server.ts';
import { fileResponse } from './file-response.server.ts';
import type { FileStore } from './file-store.server.ts';
import {
  filesFolder,
  filesUntouchedSince,
  keepFile,
  keptPath,
  readNote,
  removeKept,
  writeNote,
} from './files.server.ts';

/** Keeps files in DATA_DIR/files. */
export function folderStore(env: Pick<Env, 'DATA_DIR'>): FileStore {
  return {
    origin: null,
    keep: (arrivedPath, storedName) => keepFile(env, arrivedPath, storedName),
    respond: async (file, request) => fileResponse(await open(keptPath(env, file.storedName)), file, request),
    read: async (storedName) => (await open(keptPath(env, storedName))).createReadStream(),
    remove: (storedName) => removeKept(env, storedName),
    async *untouchedSince(before) {
      yield await filesUntouchedSince(filesFolder(env), before);
    },
    note: (about) => readNote(env, about),
    writeNote: (about, words) => writeNote(env, about, words),
    waiting: async () => [],
    carry: async () => undefined,
  };
}
