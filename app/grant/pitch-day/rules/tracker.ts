import { crockford } from '#app/kernel/id.ts';

/** The first 60 bits of a leaf as a voter compares them: `XXXX-XXXX-XXXX`. */
export function trackerOf(leaf: Uint8Array): string {
  const text = crockford(leaf, 12).toUpperCase();
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`;
}
