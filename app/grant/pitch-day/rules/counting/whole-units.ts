import { type Fraction, fraction } from '#app/kernel/fraction.ts';

/** The smallest factor that makes every one of these amounts whole. */
export function wholeFactor(amounts: readonly Fraction[]): bigint {
  return amounts.reduce((factor, { denominator }) => factor * fraction(factor, denominator).denominator, 1n);
}

/** An amount in those units. */
export function inUnits({ numerator, denominator }: Fraction, factor: bigint): bigint {
  return (numerator * factor) / denominator;
}
