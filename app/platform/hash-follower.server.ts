import { Worker } from 'node:worker_threads';

/** More files than one portal takes in at a time: of the others the hash begins anew, which only takes longer. */
const FOLLOWED_MAX = 200;

type Ask = { readonly path: string; readonly upTo: number; readonly asked: number | null };
type Answer = { readonly asked: number; readonly sha256: string | null; readonly error: string | null };

/** Apart from this thread, which has other people to answer: reads what was written, and knows how far it came. */
const FOLLOWER = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { createHash } = require('node:crypto');
  const { closeSync, openSync, readSync } = require('node:fs');
  const piece = Buffer.allocUnsafe(1 << 20);
  const followed = new Map();
  const follow = (path, upTo) => {
    const before = followed.get(path);
    const file = before !== undefined && before.at <= upTo ? before : { hash: createHash('sha256'), at: 0 };
    followed.delete(path);
    const handle = openSync(path, 'r');
    try {
      while (file.at < upTo) {
        const bytes = readSync(handle, piece, 0, Math.min(piece.length, upTo - file.at), file.at);
        if (bytes === 0) throw new Error('the file is shorter than was said');
        file.hash.update(piece.subarray(0, bytes));
        file.at += bytes;
      }
    } finally {
      closeSync(handle);
    }
    followed.set(path, file);
    if (followed.size > workerData.most) followed.delete(followed.keys().next().value);
    return file.hash;
  };
  parentPort.on('message', ({ path, upTo, asked }) => {
    try {
      const hash = follow(path, upTo);
      if (asked === null) return;
      followed.delete(path);
      parentPort.postMessage({ asked, sha256: hash.digest('hex'), error: null });
    } catch (error) {
      // Nobody waits for what was only followed: whoever asks in the end hears of it.
      if (asked !== null) parentPort.postMessage({ asked, sha256: null, error: String(error) });
    }
  });
`;

type Waiting = { readonly resolve: (sha256: string) => void; readonly reject: (error: Error) => void };

let follower: Worker | null = null;
let asks = 0;
const waiting = new Map<number, Waiting>();

/**
 * Lets the hash of a growing file come along: at its end only the last piece is left to do.
 *
 * @param upTo  in bytes: what of it is written and stays as it is
 */
export function followHash(path: string, upTo: number): void {
  tell({ path, upTo, asked: null });
}

/**
 * The SHA-256 of a file that has come to its end, in hexadecimal.
 *
 * @throws when it cannot be read, or is shorter than `bytes`
 */
export function sha256OfFile(path: string, bytes: number): Promise<string> {
  asks += 1;
  const asked = asks;
  return new Promise((resolve, reject) => {
    waiting.set(asked, { resolve, reject });
    tell({ path, upTo: bytes, asked });
  });
}

function tell(ask: Ask): void {
  follower ??= startFollower();
  // While somebody waits for an answer the process must not end for want of anything else to do.
  if (ask.asked !== null) follower.ref();
  follower.postMessage(ask);
}

function startFollower(): Worker {
  const worker = new Worker(FOLLOWER, { eval: true, workerData: { most: FOLLOWED_MAX } });
  worker.unref();
  worker.on('message', ({ asked, sha256, error }: Answer) => {
    const asker = waiting.get(asked);
    waiting.delete(asked);
    if (waiting.size === 0) worker.unref();
    if (sha256 === null) asker?.reject(new Error(error ?? 'the file could not be hashed'));
    else asker?.resolve(sha256);
  });
  worker.once('error', (error: Error) => {
    follower = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  });
  return worker;
}
