import type { AutosaveAnswer } from '../autosave-answer.ts';
import { type Copy, unsavedCopy, unsentHere } from './unsaved-copy.ts';

/** A key ends with the address where it is saved and with what it is. */
const OF_A_SHEET = /(\/panel\/applications\/[^ /]+\/autosave) sheet$/;

/**
 * Sends the sheets that were written on this device without a connection and are not open now. What was saved
 * elsewhere meanwhile is left for its own page, which puts both together.
 *
 * @returns how many are still on this device only
 */
export async function sendUnsentSheets(): Promise<number> {
  let waiting = 0;
  for (const key of unsentHere()) {
    const address = OF_A_SHEET.exec(key)?.[1];
    // An open sheet saves itself.
    if (address === undefined || `${location.pathname}/autosave` === address) continue;
    const what = 'sheet';
    const copyHere = unsavedCopy(`${address} ${what}`);
    const copy = copyHere.read();
    const state = copy === null ? 'not-found' : await send(address, what, copy);
    // Of what is no longer hers to read, nothing stays: not her own words about it either.
    if (state === 'saved' || state === 'not-found') copyHere.drop();
    else waiting += 1;
  }
  return waiting;
}

async function send(address: string, what: string, copy: Copy): Promise<AutosaveAnswer['state'] | null> {
  // Two texts wait for somebody to choose.
  if (copy.revision < 0) return null;
  const body = new URLSearchParams({ ...copy.values, what, revision: String(copy.revision) });
  try {
    const response = await fetch(address, { method: 'POST', body, redirect: 'manual' });
    return response.type === 'opaqueredirect' ? null : ((await response.json()) as AutosaveAnswer).state;
  } catch {
    return null;
  }
}
