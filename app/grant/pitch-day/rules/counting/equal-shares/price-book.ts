import type { Fraction } from '#app/kernel/fraction.ts';

/**
 * A price under consideration: `numerator / (common denominator × shares)`. All such prices of one moment share the
 * denominator, so they are compared by multiplying crosswise with small numbers.
 */
export type ExactPrice = { readonly numerator: bigint; readonly shares: bigint };

/**
 * What one share of each bought option cost, exactly, and with it what everybody has left.
 *
 * Whoever has always paid in full has `endowment − Σ share × price` left, so every amount of money and every new price
 * is a sum of the earlier prices with small whole factors. All are kept over one common denominator, which a purchase
 * multiplies by the shares that paid for it; no fraction is ever reduced.
 */
export class PriceBook {
  #denominator: bigint;
  #endowment: bigint;
  readonly #prices: bigint[] = [];

  constructor(endowment: Fraction) {
    this.#denominator = endowment.denominator;
    this.#endowment = endowment.numerator;
  }

  get denominator(): bigint {
    return this.#denominator;
  }

  /**
   * The price at which full payers make up for what the poor cannot give.
   *
   * @param poor      how many give all they have
   * @param poorPaid  for each purchase so far, how many shares of it those have paid
   * @param shares    of all who pay in full
   */
  priceOf(cost: bigint, poor: number, poorPaid: Float64Array, shares: number): ExactPrice {
    let numerator = cost * this.#denominator;
    if (poor > 0) {
      numerator -= BigInt(poor) * this.#endowment;
      for (let purchase = 0; purchase < this.#prices.length; purchase += 1) {
        const paid = poorPaid[purchase] as number;
        if (paid > 0) numerator += BigInt(paid) * (this.#prices[purchase] as bigint);
      }
    }
    return { numerator, shares: BigInt(shares) };
  }

  /**
   * What is left to somebody who has never run out, over the common denominator.
   *
   * @param paid  purchases and the shares of each that she paid
   */
  moneyAfter(paid: Iterable<readonly [purchase: number, shares: number]>): bigint {
    let money = this.#endowment;
    for (const [purchase, shares] of paid) money -= BigInt(shares) * (this.#prices[purchase] ?? 0n);
    return money;
  }

  /** @returns the price of one share as the nearest double, or next to it */
  buy({ numerator, shares }: ExactPrice): number {
    if (shares !== 1n) {
      this.#denominator *= shares;
      this.#endowment *= shares;
      for (let purchase = 0; purchase < this.#prices.length; purchase += 1)
        this.#prices[purchase] = (this.#prices[purchase] as bigint) * shares;
    }
    this.#prices.push(numerator);
    return quotient(numerator, this.#denominator);
  }
}

/** Negative, zero or positive, as a sort wants it, for prices divided by `perOne` and `perOther`. */
export function compareExact(one: ExactPrice, perOne: bigint, other: ExactPrice, perOther: bigint): number {
  const difference = one.numerator * other.shares * perOther - other.numerator * one.shares * perOne;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/** Within two units in the last place, also where both are too long for a double. */
export function quotient(numerator: bigint, denominator: bigint): number {
  const [top, bottom] = [Number(numerator), Number(denominator)];
  if (Number.isFinite(bottom) && Number.isFinite(top)) return top / bottom;
  const excess = BigInt(Math.max(0, 4 * denominator.toString(16).length - 900));
  return Number(numerator >> excess) / Number(denominator >> excess);
}
