import { randomBytes } from 'node:crypto';
import { toHex } from '#app/kernel/hex.ts';
import { BALLOT_RANDOM_BYTES } from '../rules/leaf-frame.ts';

/** The server's part of a ballot without scripts, in hexadecimal; shown before the voter adds her words. */
export function freshBallotRandom(): string {
  return toHex(randomBytes(BALLOT_RANDOM_BYTES));
}
