/**
 * A recording exists nowhere but in this page until it has been sent. It is kept in the browser's own database
 * meanwhile, so that a lost connection or a closed tab does not lose what somebody said.
 */

const STORE = 'recordings';

export async function keepRecording(question: string, file: File): Promise<void> {
  await run('readwrite', (store) => store.put(file, question));
}

export async function keptRecording(question: string): Promise<File | null> {
  const found = await run('readonly', (store) => store.get(question));
  return found instanceof File ? found : null;
}

export async function forgetRecording(question: string): Promise<void> {
  await run('readwrite', (store) => store.delete(question));
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
