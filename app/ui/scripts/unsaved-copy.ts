import type { ByField } from './form-controls.ts';

export type Copy = { readonly revision: number; readonly values: ByField };

/**
 * What was written and not yet acknowledged, on this device.
 * Private windows may refuse to keep anything: then there is never a copy, and saving to the server goes on.
 */
export function unsavedCopy(key: string) {
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
