import type { ByField } from './form-controls.ts';

export type Copy = {
  readonly revision: number;
  readonly values: ByField;
  /** What the server had when they were written; missing in copies from before it was kept. */
  readonly base?: ByField;
};

/** Of whoever is signed in: on a phone that several people use, nobody is shown or sends what another one wrote. */
export function keyHere(what: string): string {
  return `unsaved ${document.body.dataset.reader ?? ''} ${what}`;
}

/** The keys of everything that whoever is signed in has not sent. */
export function unsentHere(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(keyHere('')));
  } catch {
    // Where nothing can be kept there is nothing unsent.
    return [];
  }
}

/**
 * What was written and not yet acknowledged, on this device.
 * Private windows may refuse to keep anything: then there is never a copy, and saving to the server goes on.
 */
export function unsavedCopy(what: string) {
  const key = keyHere(what);
  return {
    keep(copy: Copy): void {
      try {
        localStorage.setItem(key, JSON.stringify(copy));
      } catch {
        // As said above: nothing can be kept here.
      }
    },
    read(): Copy | null {
      try {
        return JSON.parse(localStorage.getItem(key) ?? 'null') as Copy | null;
      } catch {
        // A copy that cannot be read is the same as none.
        return null;
      }
    },
    drop(): void {
      try {
        localStorage.removeItem(key);
      } catch {
        // Where nothing could be kept there is nothing to drop.
      }
    },
  };
}
