import type { Env } from './env.server.ts';
import type { FileStore } from './file-store.server.ts';
import { folderStore } from './folder-store.server.ts';
import { s3Store } from './s3-store.server.ts';

/** The store the settings name: a folder of this machine, or an S3-compatible service. */
export function openFileStore(env: Env): FileStore {
  return env.S3_ENDPOINT === undefined ? folderStore(env) : s3Store(env);
}
