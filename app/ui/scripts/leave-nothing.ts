import { forgetKeptPages } from './forget-kept-pages.ts';
import { forgetRecording, recordingsHere } from './kept-recording.ts';
import { isSignOutWaiting, waitWithSignOut } from './sign-out-waits.ts';
import { unsentHere } from './unsaved-copy.ts';

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sign-out]')) leaveNothing(form);

/**
 * Whoever signs out leaves nothing on a device that others may use. What was not sent is asked about first: it exists
 * nowhere else.
 *
 * Where the portal cannot hear of it, what can be read goes at once. With the first connection what was not sent is sent and
 * the session ends, without asking: somebody else may be holding the phone. What could not be sent stays for her, and for
 * nobody else, until she signs in here again.
 */
function leaveNothing(form: HTMLFormElement): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void signOut(form);
  });
  const goOn = () => {
    if (navigator.onLine && isSignOutWaiting()) void sendAndEnd(form);
  };
  window.addEventListener('online', goOn);
  goOn();
}

async function signOut(form: HTMLFormElement): Promise<void> {
  const [texts, recordings] = [unsentHere(), await recordingsHere()];
  const isAll = texts.length + recordings.length === 0;
  if (navigator.onLine && !isAll && !window.confirm(form.dataset.signOut)) return;
  const home = await endSession(form);
  await forgetKeptPages();
  if (home === null) {
    waitForConnection(form);
    return;
  }
  for (const key of texts) localStorage.removeItem(key);
  for (const key of recordings) await forgetRecording(key);
  location.assign(home);
}

async function sendAndEnd(form: HTMLFormElement): Promise<void> {
  const { sendUnsentSheets } = await import('./send-unsent-sheets.ts');
  await sendUnsentSheets();
  const home = await endSession(form);
  if (home !== null) location.assign(home);
}

/** @returns where the portal leads then; null where it did not answer, whatever else did */
async function endSession(form: HTMLFormElement): Promise<string | null> {
  try {
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams() });
    const isPortal = answer.ok && answer.redirected && new URL(answer.url).origin === location.origin;
    return isPortal ? answer.url : null;
  } catch {
    return null;
  }
}

function waitForConnection(form: HTMLFormElement): void {
  waitWithSignOut();
  window.alert(form.dataset.signOutLater);
}
