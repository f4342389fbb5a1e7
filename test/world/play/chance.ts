import { sha256 } from '#app/kernel/digest.ts';

/** A number from 0 up to but not including 1 that depends on nothing but its words: the same story every time. */
export function chance(...words: readonly (string | number)[]): number {
  const [a = 0, b = 0, c = 0] = sha256(words.join('\u0000'));
  return (a * 65_536 + b * 256 + c) / 16_777_216;
}

/** One of several, always the same one for the same words. */
export function pick<Item>(items: readonly Item[], ...words: readonly (string | number)[]): Item {
  const item = items[Math.floor(chance(...words) * items.length)];
  if (item === undefined) throw new Error('there is nothing to pick from');
  return item;
}
