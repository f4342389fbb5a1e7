import { fromHex } from '#app/kernel/hex.ts';
import type { Level } from './level.ts';

/**
 * A pass is a token that the voter's own device made, with a signature that the poll's issuing key gave without seeing
 * it: RFC 9474, RSABSSA-SHA384-PSS-Deterministic. The deterministic variant suffices, because a token is a secret of
 * 100 random bits.
 */
export const ISSUING_KEY_BYTES = 256;

/** RSA with 2,048 bits and the exponent 65537; what varies is the modulus alone. */
export const ISSUING_EXPONENT = 65537;

/** The level whose tokens are passes. */
export const PASS_LEVEL = 'B' satisfies Level;

/** @param modulus  256 bytes in hexadecimal: the highest bit is set, and it is odd */
export function isIssuingKey(modulus: string): boolean {
  const bytes = fromHex(modulus, ISSUING_KEY_BYTES);
  return bytes !== null && Number(bytes[0]) >= 0x80 && Number(bytes.at(-1)) % 2 === 1;
}
