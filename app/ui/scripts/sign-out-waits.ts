/** Who has signed out and is not signed out yet. */
const WAITING = 'sign-out waits for';

/** On every page: a sign-out waits for nobody who is not signed in. Who signs in anew later means to stay. */
export function forgetDoneSignOut(): void {
  try {
    if (!isSignOutWaiting()) localStorage.removeItem(WAITING);
  } catch {
    // Where nothing can be kept, nothing waits.
  }
}

/** Whether the reader of this page has signed out, and the portal has not heard of it. */
export function isSignOutWaiting(): boolean {
  const { reader } = document.body.dataset;
  try {
    return reader !== undefined && localStorage.getItem(WAITING) === reader;
  } catch {
    // As above.
    return false;
  }
}

export function waitWithSignOut(): void {
  try {
    localStorage.setItem(WAITING, document.body.dataset.reader ?? '');
  } catch {
    // What she is told is true of the copies all the same.
  }
}
