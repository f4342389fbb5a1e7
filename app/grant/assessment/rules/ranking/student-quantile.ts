const Z = 1.959963984540054;

/** What the normal quantile has to be stretched by, in powers of one over the degrees of freedom. */
const TERMS = [
  (Z ** 3 + Z) / 4,
  (5 * Z ** 5 + 16 * Z ** 3 + 3 * Z) / 96,
  (3 * Z ** 7 + 19 * Z ** 5 + 17 * Z ** 3 - 15 * Z) / 384,
  (79 * Z ** 9 + 776 * Z ** 7 + 1482 * Z ** 5 - 1920 * Z ** 3 - 945 * Z) / 92_160,
];

/**
 * The 97.5 % quantile of Student's t: half of a 95 % interval, in standard errors.
 *
 * @param freedom  degrees of freedom, whole or not; right to three decimals from nine up
 * @source         Abramowitz and Stegun (1964), 26.7.5
 */
export function studentQuantile(freedom: number): number {
  return TERMS.reduce((sum, term, at) => sum + term / freedom ** (at + 1), Z);
}
