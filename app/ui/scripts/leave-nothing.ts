import { forgetKeptPages } from './forget-kept-pages.ts';
import { forgetRecording, recordingsHere } from './kept-recording.ts';
import { unsentHere } from './unsaved-copy.ts';

/**
 * Whoever signs out leaves nothing on a device that others may use. What was not sent is asked about first: it exists
 * nowhere else.
 */
export function leaveNothing(form: HTMLFormElement): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void signOut(form);
  });
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
