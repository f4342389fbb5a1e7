/** Where pages are kept, and under which name beside them it is written whose they are: no page has that address. */
export const KEPT_PAGES = 'panel-kept';
export const KEPT_LIST = '/kept-list';

/** Whose pages are on this device; without it nothing needs to be looked for. */
const MARK = 'panel-kept-for';

/**
 * Before the first page is fetched: what was only half kept is forgotten too. Whoever writes a page here looks at the
 * mark first, so that what was taken off the device while a page was on its way does not come back.
 */
export function markKept(reader: string): void {
  localStorage.setItem(MARK, reader);
}

export function keptFor(): string | null {
  try {
    return localStorage.getItem(MARK);
  } catch {
    // Where nothing can be kept, nothing is.
    return null;
  }
}

/** Takes every kept page off this device, and the worker that shows them. */
export async function forgetKeptPages(): Promise<void> {
  if (keptFor() === null) return;
  localStorage.removeItem(MARK);
  await caches.delete(KEPT_PAGES);
  for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
}

/** On every page: once nobody or somebody else is signed in, what was kept is gone. */
export async function forgetOfOthers(): Promise<void> {
  const reader = document.body.dataset.reader;
  if (keptFor() !== null && keptFor() !== reader) await forgetKeptPages();
}
