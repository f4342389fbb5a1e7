import { invariant } from './invariant.ts';

/** An exact rational number in lowest terms with a positive denominator. */
export type Fraction = { readonly numerator: bigint; readonly denominator: bigint };

export const ZERO: Fraction = { numerator: 0n, denominator: 1n };

/** @throws InvariantError when the denominator is zero */
export function fraction(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
  const [top, bottom] = [BigInt(numerator), BigInt(denominator)];
  invariant(bottom !== 0n, 'nothing is divided by zero');
  const divisor = greatestCommonDivisor(top, bottom) * (bottom < 0n ? -1n : 1n);
  return { numerator: top / divisor, denominator: bottom / divisor };
}

/** The exact sum. */
export function plus(one: Fraction, other: Fraction): Fraction {
  const numerator = one.numerator * other.denominator + other.numerator * one.denominator;
  return fraction(numerator, one.denominator * other.denominator);
}

/** The exact difference. */
export function minus(one: Fraction, other: Fraction): Fraction {
  return plus(one, { numerator: -other.numerator, denominator: other.denominator });
}

/** The exact product. */
export function times(one: Fraction, other: Fraction): Fraction {
  return fraction(one.numerator * other.numerator, one.denominator * other.denominator);
}

/** Negative, zero or positive, as a sort wants it. */
export function compare(one: Fraction, other: Fraction): number {
  const difference = one.numerator * other.denominator - other.numerator * one.denominator;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/** The nearest whole number to a fraction of zero or more, halves up. */
export function roundHalfUp(value: Fraction): bigint {
  invariant(value.numerator >= 0n, 'only scores and shares are rounded, and those are never negative');
  return (2n * value.numerator + value.denominator) / (2n * value.denominator);
}

/**
 * Writes a fraction of zero or more with a fixed number of decimals, halves up; for reading, never for comparing.
 */
export function toDecimal(value: Fraction, decimals: number): string {
  const scale = 10n ** BigInt(decimals);
  const rounded = roundHalfUp(times(value, fraction(scale)));
  const whole = String(rounded / scale);
  return decimals === 0 ? whole : `${whole}.${String(rounded % scale).padStart(decimals, '0')}`;
}

function greatestCommonDivisor(one: bigint, other: bigint): bigint {
  let [larger, smaller] = [one < 0n ? -one : one, other < 0n ? -other : other];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
