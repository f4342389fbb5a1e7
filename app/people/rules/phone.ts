import { plainDigits } from '#app/kernel/digits.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';

/** E.164 has at most 15 digits, and no country has numbers of fewer than seven with its code. */
const FULL = /^\+[1-9]\d{6,14}$/;

/**
 * Reads a telephone number as people write it: with spaces, brackets or hyphens, beginning with + or 00, or as a
 * British number with its 0.
 *
 * @returns the number in E.164: "+447700900123"
 * @source  ITU-T E.164
 */
export function readPhone(typed: string): Outcome<string, 'not-a-number'> {
  const digits = plainDigits(typed)
    .replace(/\(0\)/, '')
    .replace(/[\s().\-‐–/]/g, '')
    .replace(/^00/, '+');
  const full = /^0[1-9]/.test(digits) ? `+44${digits.slice(1)}` : digits;
  return FULL.test(full) ? done(full) : refused('not-a-number');
}

/** Enough to know one's own number again, too little to call it: for pages that others may see over a shoulder. */
export function maskedPhone(number: string): string {
  return `${number.slice(0, 3)} ••• ${number.slice(-3)}`;
}
