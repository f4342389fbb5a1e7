import { sha256 } from '#app/kernel/digest.ts';
import { invariant } from '#app/kernel/invariant.ts';

/**
 * The complete subtrees of a growing tree, largest first; enough to append and to name the root.
 *
 * @source RFC 6962, section 2.1
 */
export type Frontier = readonly { readonly size: number; readonly hash: Uint8Array }[];

export const EMPTY_FRONTIER: Frontier = [];

export type ProofStep = { readonly side: 'left' | 'right'; readonly hash: Uint8Array };

/** Adds leaves at the end, in a time that does not depend on how many are there already. */
export function append(frontier: Frontier, leaves: readonly Uint8Array[]): Frontier {
  const peaks = [...frontier];
  for (const leaf of leaves) {
    let peak = { size: 1, hash: leafHash(leaf) };
    while (peaks.at(-1)?.size === peak.size) {
      const left = peaks.pop();
      invariant(left, 'the loop has just seen this peak');
      peak = { size: peak.size * 2, hash: nodeHash(left.hash, peak.hash) };
    }
    peaks.push(peak);
  }
  return peaks;
}

/** 32 bytes; the root of no leaves is the hash of nothing. */
export function frontierRoot(frontier: Frontier): Uint8Array {
  const last = frontier.at(-1);
  if (last === undefined) return sha256('');
  return frontier.slice(0, -1).reduceRight((root, peak) => nodeHash(peak.hash, root), last.hash);
}

/** The root of all leaves in the order given. Source: RFC 6962, 2.1. */
export function merkleRoot(leaves: readonly Uint8Array[]): Uint8Array {
  return frontierRoot(append(EMPTY_FRONTIER, leaves));
}

/** The hashes that lead from one leaf to the root, nearest first. */
export function inclusionProof(leaves: readonly Uint8Array[], index: number): ProofStep[] {
  invariant(index >= 0 && index < leaves.length, 'only a leaf of the tree can be proved');
  if (leaves.length === 1) return [];
  const split = 2 ** Math.floor(Math.log2(leaves.length - 1));
  const left = leaves.slice(0, split);
  const right = leaves.slice(split);
  if (index < split) return [...inclusionProof(left, index), { side: 'right', hash: merkleRoot(right) }];
  return [...inclusionProof(right, index - split), { side: 'left', hash: merkleRoot(left) }];
}

/** The root that a proof leads to from its leaf: equal to the published one when the leaf is in the tree. */
export function rootFromProof(leaf: Uint8Array, proof: readonly ProofStep[]): Uint8Array {
  return proof.reduce(
    (hash, step) => (step.side === 'left' ? nodeHash(step.hash, hash) : nodeHash(hash, step.hash)),
    leafHash(leaf),
  );
}

function leafHash(leaf: Uint8Array): Uint8Array {
  return sha256(prefixed(0, leaf));
}

function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(prefixed(1, left, right));
}

/** Leaves and nodes hash under different first bytes, so that neither can pose as the other. */
function prefixed(prefix: number, ...parts: Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((total, part) => total + part.length, 1));
  bytes[0] = prefix;
  let offset = 1;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}
