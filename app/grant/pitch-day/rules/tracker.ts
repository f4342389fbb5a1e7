import { crockford } from '#app/kernel/id.ts';

/** The first 60 bits of a leaf as a voter compares them: `XXXX-XXXX-XXXX`. */
export function trackerOf(leaf: Uint8Array): string {
  const text = crockford(leaf, 12).toUpperCase();
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`;
}

/** A tracker as somebody copied it from a receipt, in the spelling of the board; look-alikes are read as in a code. */
export function readTracker(typed: string): string {
  const text = typed
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .slice(0, 12);
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`;
}
