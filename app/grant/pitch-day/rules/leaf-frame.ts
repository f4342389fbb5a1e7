import { frame } from '#app/kernel/frame.ts';

/** Bytes of `r`, the voter's own randomness that keeps equal ballots apart. */
export const BALLOT_RANDOM_BYTES = 16;

/** What a leaf is the SHA-256 of: laid out here, hashed by Node on the server and by Web Crypto on a phone. */
export function leafFrame(pollId: string, manifestHash: Uint8Array, r: Uint8Array, body: string): Uint8Array {
  return frame('bal/v1', pollId, manifestHash, r, body);
}
