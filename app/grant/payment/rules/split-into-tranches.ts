import { invariant } from '#app/kernel/invariant.ts';
import { isMinor, type Minor, sumMinor } from '#app/kernel/money.ts';

/**
 * Splits an award into tranches that add up to exactly the award.
 *
 * Largest remainder (Hamilton): round every share down, then give the leftover
 * minor units to the largest remainders, earliest first on a tie.
 *
 * @param award    whole minor units, zero or more
 * @param weights  n positive whole numbers, e.g. [50, 30, 20]; they need not sum to 100
 * @returns        n amounts in minor units, in the order of `weights`
 * @throws         when `weights` is empty or not all positive whole numbers: a form must have stopped that
 * @source         Balinski & Young, Fair Representation (1982)
 */
export function splitIntoTranches(award: Minor, weights: readonly number[]): Minor[] {
  invariant(isMinor(award) && award >= 0, 'an award is a whole amount, zero or more');
  invariant(weights.length > 0, 'an award has at least one tranche');
  invariant(
    weights.every((weight) => Number.isSafeInteger(weight) && weight > 0),
    'the weights of tranches are positive whole numbers',
  );
  // Products of an award and a weight may pass 2^53: they are exact as BigInt.
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  const shares = weights.map((weight, place) => {
    const product = BigInt(award) * BigInt(weight);
    return { place, amount: Number(product / total), remainder: product % total };
  });
  const leftover = award - sumMinor(shares.map((share) => share.amount));
  const luckyFirst = shares.toSorted(
    (one, other) => compare(other.remainder, one.remainder) || one.place - other.place,
  );
  const lucky = new Set(luckyFirst.slice(0, leftover).map((share) => share.place));
  return shares.map((share) => share.amount + (lucky.has(share.place) ? 1 : 0));
}

function compare(one: bigint, other: bigint): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
