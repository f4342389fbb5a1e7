/**
 * A recording exists nowhere but in this page until it has been sent. It is kept in the browser's own database until
 * the server has it ready, so that a lost connection, a closed tab or a refusal does not lose what somebody said.
 */

import { keyHere } from './unsaved-copy.ts';

const STORE = 'recordings';

/**
 * What was made for a question, and the id that it got when it was sent; `refused` when it was not taken. `shown` is what
 * the page showed when it was made: somebody else may have sent something by the time it goes on.
 */
export type Kept = { readonly file: File; readonly mediaId: string | null; readonly shown: string | null };

export async function keepRecording(question: string, file: File, shown: string): Promise<void> {
  await run('readwrite', (store) => store.put({ file, mediaId: null, shown } satisfies Kept, question));
}

/** The questions of which whoever is signed in has a recording here. */
export async function recordingsHere(): Promise<string[]> {
  const keys = ((await run('readonly', (store) => store.getAllKeys())) ?? []) as IDBValidKey[];
  return keys.map(String).filter((key) => key.startsWith(keyHere('')));
}

/** Notes what became of one. When another took its place meanwhile, in another tab, that one is left alone. */
export async function noteSent(question: string, file: File, mediaId: string | 'refused'): Promise<void> {
  const kept = await keptRecording(question);
  if (kept === null || !isSame(kept.file, file)) return;
  await run('readwrite', (store) => store.put({ ...kept, mediaId } satisfies Kept, question));
}

export async function keptRecording(question: string): Promise<Kept | null> {
  const found = (await run('readonly', (store) => store.get(question))) as Partial<Kept> | File | null | undefined;
  // Before it was noted what became of it, the file stood there alone.
  if (found instanceof File) return { file: found, mediaId: null, shown: null };
  if (!(found?.file instanceof File)) return null;
  return { file: found.file, mediaId: found.mediaId ?? null, shown: found.shown ?? null };
}

export async function forgetRecording(question: string): Promise<void> {
  await run('readwrite', (store) => store.delete(question));
}

/** Whether the server has it, as what stands on the page or as what was sent: the copy on this device is one too many. */
export function isAtServer({ mediaId }: Pick<Kept, 'mediaId'>, page: { recorded?: string; sent?: string }): boolean {
  return mediaId !== null && (mediaId === page.recorded || mediaId === page.sent);
}

function isSame(one: File, other: File): boolean {
  return one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;
}

/** Private windows may have no database: then a recording lives as long as its page. */
async function run(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  try {
    const database = await settled(opened());
    const result = await settled(work(database.transaction(STORE, mode).objectStore(STORE)));
    database.close();
    return result;
  } catch {
    return null;
  }
}

function opened(): IDBOpenDBRequest {
  const request = indexedDB.open('common-pot', 1);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE));
  return request;
}

function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
}
