import { sha256 } from '#app/kernel/digest.ts';
import { taggedHash } from '#app/kernel/tagged-hash.ts';
import { BALLOT_RANDOM_BYTES, leafFrame } from './leaf-frame.ts';

/**
 * The commitment that stands for a ballot in the tree.
 *
 * `r` is made on the voter's device before anything is sent, so a dishonest server cannot give two voters of
 * the same opinion one shared leaf (the clash attack).
 *
 * @param body  the exact text cast
 */
export function leafOf(pollId: string, manifestHash: Uint8Array, r: Uint8Array, body: string): Uint8Array {
  return sha256(leafFrame(pollId, manifestHash, r, body));
}

/**
 * Makes `r` for a voter without JavaScript, from the server's randomness and two words only she knows.
 *
 * The receipt shows all three, so that she can repeat it. Words are compared without case or outer spaces.
 *
 * @param serverRandom  16 fresh random bytes
 */
export function serverMadeR(serverRandom: Uint8Array, words: readonly [string, string]): Uint8Array {
  const [first, second] = words.map((word) => word.trim().toLowerCase().normalize('NFC'));
  return taggedHash('r/v1', serverRandom, first ?? '', second ?? '').slice(0, BALLOT_RANDOM_BYTES);
}

/** What a receipt's Ed25519 signature covers. */
export function receiptMessage(pollId: string, leaf: Uint8Array): Uint8Array {
  return taggedHash('rcp/v1', pollId, leaf);
}
