import { standardNormal } from './standard-normal.ts';

/**
 * The expected rank of each of several independent normal effects, 1 for the largest, without drawing them:
 * one and the probabilities that each other is larger.
 *
 * @param mean      of each
 * @param variance  of each
 * @param expected  receives as many expected ranks
 */
export function expectedRanks(mean: Float64Array, variance: Float64Array, expected: Float64Array): void {
  const count = mean.length;
  expected.fill(1);
  for (let one = 0; one < count; one += 1) {
    for (let other = 0; other < one; other += 1) {
      const difference = (mean[other] as number) - (mean[one] as number);
      const isLarger = standardNormal(difference / Math.sqrt((variance[one] as number) + (variance[other] as number)));
      expected[one] = (expected[one] as number) + isLarger;
      expected[other] = (expected[other] as number) + 1 - isLarger;
    }
  }
}
