import { type Fraction, fraction, plus } from '#app/kernel/fraction.ts';

/**
 * Reads a decimal number of zero or more as the exact fraction it is.
 *
 * @returns null when it is none
 */
export function parseDecimal(text: string): Fraction | null {
  const [, whole, decimals = ''] = /^(\d{1,12})(?:\.(\d{1,12}))?$/.exec(text) ?? [];
  if (whole === undefined) return null;
  return plus(fraction(BigInt(whole)), fraction(BigInt(decimals || 0), 10n ** BigInt(decimals.length)));
}
