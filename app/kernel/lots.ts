import { toHex } from './hex.ts';
import { taggedHash } from './tagged-hash.ts';

/** Orders two items that everything else left equal; never 0 for different items. */
export type TieBreak = (one: string, other: string) => number;

/** By code unit, so that `"10"` comes before `"9"` in every language and locale. */
export function bySmallerId(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/**
 * Nobody can know it before the throw: what is drawn among is fixed first, the randomness comes later.
 *
 * @param subjectId   the poll, or the call whose applicants are drawn among
 * @param fixed       the final root of the poll, or the hash of the list of entries: 32 bytes
 * @param randomness  as thrown or published
 */
export function tieSeed(subjectId: string, fixed: Uint8Array, randomness: string): Uint8Array {
  return taggedHash('tie/v1', subjectId, fixed, randomness);
}

/** The lot of one item: the smallest is drawn first. 64 hexadecimal digits. */
export function lotOf(seed: Uint8Array, id: string): string {
  return toHex(taggedHash('rank/v1', seed, id));
}

/** Orders items by a hash of seed and id: a lottery that cannot be steered and needs no remainder arithmetic. */
export function bySeed(seed: Uint8Array): TieBreak {
  const lots = new Map<string, string>();
  const lot = (id: string) => {
    const known = lots.get(id) ?? lotOf(seed, id);
    lots.set(id, known);
    return known;
  };
  return (one, other) => bySmallerId(lot(one), lot(other));
}
