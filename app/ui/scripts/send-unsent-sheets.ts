import type { AutosaveAnswer } from '../autosave-answer.ts';
import { type Copy, unsavedCopy, unsentHere } from './unsaved-copy.ts';

/** A key ends with the address where it is saved and with what it is. */
const OF_A_SHEET = /(\/panel\/applications\/[^ /]+)\/autosave sheet$/;

/**
 * A sheet on this device that could not be sent by itself: it waits for its writer to choose between two versions,
 * it cannot be scored now, or its application is not open to her now.
 */
export type UnsentSheet = {
  readonly sheet: string;
  readonly why: 'waits' | 'frozen' | 'not-open';
  readonly copy: Copy;
};

/** What can be sent is tried again at the next page; the rest needs its writer. */
const WHY: Partial<Record<AutosaveAnswer['state'], UnsentSheet['why']>> = {
  'changed-elsewhere': 'waits',
  refused: 'waits',
  frozen: 'frozen',
  'not-found': 'not-open',
};

/** What of a sheet on this device is not sent. */
export function unsentCopy(sheet: string) {
  return unsavedCopy(`${sheet}/autosave sheet`);
}

/**
 * Sends the sheets that were written on this device without a connection and are not open now. What was saved
 * elsewhere meanwhile is left for its own page, which puts both together. No words go that the portal has not taken:
 * whoever wrote them decides about that.
 *
 * @returns those that are still on this device only and do not go by themselves
 */
export async function sendUnsentSheets(): Promise<UnsentSheet[]> {
  const unsent: UnsentSheet[] = [];
  for (const key of unsentHere()) {
    const sheet = OF_A_SHEET.exec(key)?.[1];
    // An open sheet saves itself, or shows what it cannot save.
    if (sheet === undefined || location.pathname === sheet) continue;
    const copy = unsentCopy(sheet).read();
    if (copy === null) continue;
    // Two texts wait for somebody to choose.
    const state = copy.revision < 0 ? 'changed-elsewhere' : await send(sheet, copy);
    if (state === 'saved') dropIfSame(sheet, copy);
    const why = state === null ? undefined : WHY[state];
    if (why !== undefined) unsent.push({ sheet, why, copy });
  }
  return unsent;
}

/** Another window may have written on while this was under way. */
function dropIfSame(sheet: string, sent: Copy): void {
  const here = unsentCopy(sheet);
  if (JSON.stringify(here.read()) === JSON.stringify(sent)) here.drop();
}

async function send(sheet: string, copy: Copy): Promise<AutosaveAnswer['state'] | null> {
  const body = new URLSearchParams({ ...copy.values, what: 'sheet', revision: String(copy.revision) });
  try {
    const response = await fetch(`${sheet}/autosave`, { method: 'POST', body, redirect: 'manual' });
    return response.type === 'opaqueredirect' ? null : ((await response.json()) as AutosaveAnswer).state;
  } catch {
    return null;
  }
}
