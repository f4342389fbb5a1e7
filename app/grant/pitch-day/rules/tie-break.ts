import { bySeed, bySmallerId, type TieBreak, tieSeed } from '#app/kernel/lots.ts';
import type { Manifest } from './manifest.ts';

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
