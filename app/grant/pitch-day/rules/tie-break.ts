import { toHex } from './hex.ts';
import type { Manifest } from './manifest.ts';
import { taggedHash } from './tagged-hash.ts';

/** Orders two items that everything else left equal; never 0 for different items. */
export type TieBreak = (one: string, other: string) => number;

/** By code unit, so that `"10"` comes before `"9"` in every language and locale. */
export function bySmallerId(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/**
 * Nobody knows it before the close: the root is fixed first, the randomness comes later.
 *
 * @param randomness  as published by the source named in the manifest
 */
export function tieSeed(pollId: string, finalRoot: Uint8Array, randomness: string): Uint8Array {
  return taggedHash('tie/v1', pollId, finalRoot, randomness);
}

/** Orders items by a hash of seed and id: a lottery that cannot be steered and needs no remainder arithmetic. */
export function bySeed(seed: Uint8Array): TieBreak {
  const ranks = new Map<string, string>();
  const rank = (id: string) => {
    const known = ranks.get(id) ?? toHex(taggedHash('rank/v1', seed, id));
    ranks.set(id, known);
    return known;
  };
  return (one, other) => bySmallerId(rank(one), rank(other));
}

/** The tie-break the manifest promises, or null while its randomness is not known yet. */
export function promisedTieBreak(
  manifest: Manifest,
  finalRoot: Uint8Array,
  randomness: string | null,
): TieBreak | null {
  if (manifest.tie.rule === 'smaller-id') return bySmallerId;
  if (randomness === null) return null;
  return bySeed(tieSeed(manifest.pollId, finalRoot, randomness));
}
