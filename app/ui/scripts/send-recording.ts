import { type DetailedError, Upload } from 'tus-js-client';

/** Computing a hash needs the whole file in memory; a telephone has room for this much. */
const HASHED_BYTES_MAX = 64 * 1024 * 1024;
/** The server has no room now, and says so in words. */
const FULL = 507;
/** Somebody was first, in another window. */
const TAKEN = 412;
const RETRY_DELAYS_MS = [0, 1_000, 3_000, 5_000, 10_000, 20_000];

export type Sending = {
  pause(): void;
  resume(): void;
};

/**
 * Sends a recording or a file so that it can be interrupted at any byte and taken up again, by the same page or a later one.
 *
 * @param tell  `sent` in per cent; `waiting` while nothing gets through, with the server's words when it is full; `done` when the server has judged it, with the id it has there;
 *              `refused` with the server's words, or null when the session is over; `taken` with its words and with what
 *              somebody else sent there meanwhile
 */
export async function sendRecording(
  file: File,
  to: { endpoint: string; application: string; question: string; shown: string },
  tell: {
    sent(percent: number): void;
    waiting(words: string | null): void;
    done(mediaId: string): void;
    refused(words: string | null): void;
    taken(words: string, there: string): void;
  },
): Promise<Sending> {
  const { application, question, shown } = to;
  const sha256 = await hashOf(file);
  let isPaused = false;
  const upload = new Upload(file, {
    endpoint: to.endpoint,
    metadata: { application, question, shown, filename: file.name, ...(sha256 === null ? {} : { sha256 }) },
    retryDelays: RETRY_DELAYS_MS,
    removeFingerprintOnSuccess: true,
    // The same film for another question is another upload.
    fingerprint: async () => ['media', application, question, file.name, file.size, file.lastModified].join(' '),
    onProgress: (bytes, all) => tell.sent(Math.floor((100 * bytes) / all)),
    // Once begun it is never begun anew by itself: of two windows, each would end the other's for ever.
    onUploadUrlAvailable: () => {
      upload.options.endpoint = null;
    },
    onShouldRetry: (error) => {
      // Said at once, not after the last try.
      if (statusOf(error) === FULL || !navigator.onLine) tell.waiting(wordsOf(error));
      return isWorthAnotherTry(statusOf(error));
    },
    onSuccess: () => tell.done(upload.url?.split('/').pop() ?? ''),
    onError: (error) => {
      const status = statusOf(error);
      if (status === 401) tell.refused(null);
      else if (status === TAKEN) tell.taken(wordsOf(error) ?? '', headerOf(error, 'Recordings-There'));
      // Asking again would be answered in the same way.
      else if (status >= 400 && !isWorthAnotherTry(status)) tell.refused(wordsOf(error) ?? '');
      else waitForConnection(status === FULL ? wordsOf(error) : null);
    },
  });
  const [previous] = await upload.findPreviousUploads();
  if (previous !== undefined) upload.resumeFromPreviousUpload(previous);
  upload.start();

  function waitForConnection(words: string | null): void {
    tell.waiting(words);
    const start = () => {
      window.removeEventListener('online', start);
      window.clearTimeout(timer);
      if (!isPaused) upload.start();
    };
    const timer = window.setTimeout(start, 30_000);
    window.addEventListener('online', start);
  }

  return {
    pause() {
      isPaused = true;
      void upload.abort();
    },
    resume() {
      isPaused = false;
      upload.start();
    },
  };
}

function wordsOf(error: unknown): string | null {
  return (error as Partial<DetailedError>).originalResponse?.getBody() || null;
}

function headerOf(error: unknown, name: string): string {
  return (error as Partial<DetailedError>).originalResponse?.getHeader(name) ?? '';
}

function statusOf(error: unknown): number {
  return (error as Partial<DetailedError>).originalResponse?.getStatus() ?? 0;
}

/** 409 and 423: another connection of ours has not been given up by the server yet. */
function isWorthAnotherTry(status: number): boolean {
  return status === 0 || status >= 500 || status === 409 || status === 423;
}

async function hashOf(file: File): Promise<string | null> {
  if (file.size > HASHED_BYTES_MAX || window.isSecureContext === false) return null;
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
