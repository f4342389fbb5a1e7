import { createHash } from 'node:crypto';
import { constants, mkdirSync, statfsSync, statSync } from 'node:fs';
import { chmod, copyFile, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Instant } from '#app/kernel/instant.ts';
import type { Env } from './env.server.ts';
import type { NoteName } from './file-store.server.ts';
import { sha256OfFile } from './hash-follower.server.ts';

/** Uploads stop while the disk still has room for everything else. */
const FREE_SHARE_MIN = 0.15;
/** On a large disk fifteen per cent would be wasteful: ten of the largest files are room enough. */
const FREE_BYTES_ENOUGH = 5 * 1024 ** 3;

type Place = Pick<Env, 'DATA_DIR'>;

/** Files that are still coming. Nothing in here is ever shown to anybody. */
export function arrivalsFolder(env: Place): string {
  return folder(env, 'arrivals');
}

/** Files that were judged and are kept, under random names. */
export function filesFolder(env: Place): string {
  return folder(env, 'files');
}

export function arrivalPath(env: Place, name: string): string {
  return join(arrivalsFolder(env), name);
}

export function keptPath(env: Place, storedName: string): string {
  return join(filesFolder(env), storedName);
}

function folder(env: Place, name: string): string {
  const path = join(env.DATA_DIR, name);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return path;
}

/** Whether the disk can take this many bytes more and still leave room for the databases. */
export function hasRoomFor(env: Place, bytes: number): boolean {
  const disk = statfsSync(arrivalsFolder(env));
  const free = disk.bavail * disk.bsize - bytes;
  return free >= Math.min(disk.blocks * disk.bsize * FREE_SHARE_MIN, FREE_BYTES_ENOUGH);
}

/**
 * Where the bytes of an arrival are. A restart may have come after they were moved to where files are kept, under the
 * same name, and before anybody wrote that down.
 */
export async function pathOfArrival(env: Place, name: string): Promise<string> {
  const kept = keptPath(env, name);
  const isKept = await stat(kept).then(
    () => true,
    () => false,
  );
  return isKept ? kept : arrivalPath(env, name);
}

/** Bytes of an arrival that are on this disk now, without waiting for anything. */
export function bytesArrived(env: Place, name: string): number {
  return statSync(arrivalPath(env, name), { throwIfNoEntry: false })?.size ?? 0;
}

/** Bytes that have arrived so far; null when nothing has. */
export async function sizeOfArrival(env: Place, name: string): Promise<number | null> {
  const found = await stat(arrivalPath(env, name)).catch(() => null);
  return found === null ? null : found.size;
}

/** When the last byte of an arrival came; null when nothing has. */
export async function lastByteAt(env: Place, name: string): Promise<Instant | null> {
  const found = await stat(arrivalPath(env, name)).catch(() => null);
  return found === null ? null : found.mtimeMs;
}

/** Size and hash of a file that grows no more. Throws when it does not exist. */
export async function measureFile(path: string): Promise<{ bytes: number; sha256: string }> {
  const { size } = await stat(path);
  return { bytes: size, sha256: await sha256OfFile(path, size) };
}

/** The same of what comes from elsewhere. */
export async function measure(chunks: AsyncIterable<Buffer>): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of chunks) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/**
 * Puts an arrived file where files are kept, readable by nobody else, and makes sure a power cut cannot undo it.
 * One that is there already stays there.
 */
export async function keepFile(env: Place, from: string, storedName: string): Promise<void> {
  const to = keptPath(env, storedName);
  await chmod(from, 0o600);
  await sync(from);
  await rename(from, to);
  // Windows has no way to sync a folder; its file system journals the new name by itself.
  if (process.platform === 'win32') return;
  await sync(dirname(to));
  await sync(dirname(from));
}

/** Beside the folder of kept files, not in it. */
function notePath(env: Place, about: NoteName): string {
  return about === 'files' ? `${filesFolder(env)}.note` : `${filesFolder(env)}.${about}.note`;
}

/** What was last written; null where nothing was. */
export async function readNote(env: Place, about: NoteName): Promise<string | null> {
  return readFile(notePath(env, about), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}

/** Whole or not at all. */
export async function writeNote(env: Place, about: NoteName, words: string): Promise<void> {
  const fresh = `${notePath(env, about)}.new`;
  await writeFile(fresh, words, { mode: 0o600 });
  await sync(fresh);
  await rename(fresh, notePath(env, about));
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export async function copyIn(from: string, to: string): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_FICLONE);
}

/** A file that is already gone is gone. */
export async function removeKept(env: Place, storedName: string): Promise<void> {
  await rm(keptPath(env, storedName), { force: true });
}

/** With the note that a resumable upload keeps beside it. */
export async function removeArrival(env: Place, name: string): Promise<void> {
  await rm(arrivalPath(env, name), { force: true });
  await rm(`${arrivalPath(env, name)}.json`, { force: true });
}

/** Names of the files in a folder that nobody has written to since a moment. */
export async function filesUntouchedSince(path: string, before: Instant): Promise<string[]> {
  const old: string[] = [];
  for (const name of await readdir(path)) {
    const found = await stat(join(path, name)).catch(() => null);
    if (found?.isFile() && found.mtimeMs < before) old.push(name);
  }
  return old;
}

/** Writes a small file, in the place of one that may have been left there half written. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await writeFile(path, bytes, { mode: 0o600 });
}

/** A browser reads no answer before it has sent everything: so much more is read and thrown away. */
const THROWN_AWAY_MAX = 1024 ** 3;

/**
 * Writes a stream to a new file, at the disk's pace, and keeps nothing of it in memory. Of what is too long, so much is
 * written that anybody can see that it is.
 */
export async function writeStream(path: string, chunks: AsyncIterable<Uint8Array>, bytesMax: number): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  let bytes = 0;
  try {
    for await (const chunk of chunks) {
      if (bytes <= bytesMax) await handle.appendFile(chunk.subarray(0, bytesMax + 1 - bytes));
      bytes += chunk.byteLength;
      if (bytes > bytesMax + THROWN_AWAY_MAX) throw new Error('the sender does not stop');
    }
  } finally {
    await handle.close();
  }
}
