import { forgetKeptPages } from './forget-kept-pages.ts';
import { forgetRecording, recordingsHere } from './kept-recording.ts';
import { unsentHere } from './unsaved-copy.ts';

/**
 * Whoever signs out leaves nothing on a device that others may use. What was not sent is asked about first: it exists
 * nowhere else.
 *
 * Without internet the portal cannot hear of it: what can be read goes at once, what was not sent stays, and the first
 * page with internet signs her out.
 */
export function leaveNothing(form: HTMLFormElement): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (navigator.onLine) void signOut(form);
    else void signOutLater(form);
  });
  const goOn = () => {
    if (!navigator.onLine || !isWaiting()) return;
    localStorage.removeItem(WAITING);
    void signOut(form);
  };
  window.addEventListener('online', goOn);
  goOn();
}

/** Who has signed out and is not signed out yet. */
const WAITING = 'sign-out waits for';

function isWaiting(): boolean {
  try {
    return localStorage.getItem(WAITING) === (document.body.dataset.reader ?? '');
  } catch {
    // Where nothing can be kept, nothing waits.
    return false;
  }
}

async function signOutLater(form: HTMLFormElement): Promise<void> {
  try {
    localStorage.setItem(WAITING, document.body.dataset.reader ?? '');
  } catch {
    // What she is told is true of the copies all the same.
  }
  await forgetKeptPages();
  window.alert(form.dataset.signOutLater);
}

async function signOut(form: HTMLFormElement): Promise<void> {
  const [texts, recordings] = [unsentHere(), await recordingsHere()];
  const isAll = texts.length + recordings.length === 0;
  if (!isAll && !window.confirm(form.dataset.signOut)) return;
  for (const key of texts) localStorage.removeItem(key);
  for (const key of recordings) await forgetRecording(key);
  await forgetKeptPages();
  form.submit();
}
