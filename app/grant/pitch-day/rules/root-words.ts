import { WORD_LIST } from './word-list.ts';

/** Eight words carry 64 bits: enough to compare a screen with a photo, few enough to read aloud. */
export const ROOT_WORDS = 8;

/** A root as words for a big screen, one word for each of its first eight bytes. */
export function rootWords(root: Uint8Array): string[] {
  return [...root.slice(0, ROOT_WORDS)].map((byte) => WORD_LIST[byte] ?? '');
}
