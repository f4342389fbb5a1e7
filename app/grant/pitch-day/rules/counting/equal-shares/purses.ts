import type { Fraction } from '#app/kernel/fraction.ts';
import type { Electorate } from './electorate.ts';
import { type ExactPrice, PriceBook, quotient } from './price-book.ts';

/** Half the distance between 1 and the next double. */
export const UNIT_ROUNDOFF = 2 ** -53;

/** Who is poor at a price: the groups that are named, or if none are, all who have less than the price of their shares. */
export type PoorLine = { readonly price: number; readonly poor: ReadonlySet<number> | null };

/**
 * What everybody has left, as doubles that are wrong by `error` at most, and exactly on demand.
 *
 * Somebody who has given the last she had is taken off the lists of supporters: her part of each list is not looked at again.
 */
export class Purses {
  readonly electorate: Electorate;
  readonly money: Float64Array;
  readonly isDrained: Uint8Array;
  /** As in the electorate; of each option's part only the first `live` count. */
  readonly supporters: Int32Array;
  readonly shares: Float64Array;
  readonly live: Int32Array;
  error = 0;
  /** What everybody got, as a double. */
  endowment = 0;
  #purchases = 0;
  #book = new PriceBook({ numerator: 0n, denominator: 1n });
  /** As the how-manieth an option was bought, or -1. */
  readonly #boughtAs: Int32Array;
  readonly #poorPaid: Float64Array;

  constructor(electorate: Electorate) {
    this.electorate = electorate;
    this.money = new Float64Array(electorate.weights.length);
    this.isDrained = new Uint8Array(electorate.weights.length);
    this.supporters = new Int32Array(electorate.supporters.length);
    this.shares = new Float64Array(electorate.shares.length);
    this.live = new Int32Array(electorate.optionCount);
    this.#boughtAs = new Int32Array(electorate.optionCount);
    this.#poorPaid = new Float64Array(electorate.optionCount);
  }

  /** Gives everybody the same, in whole units of the electorate. */
  fill(endowment: Fraction): void {
    const { optionCount, optionStart, supporters, shares } = this.electorate;
    this.#book = new PriceBook(endowment);
    this.endowment = quotient(endowment.numerator, endowment.denominator);
    this.error = 8 * UNIT_ROUNDOFF * this.endowment;
    this.money.fill(this.endowment);
    this.isDrained.fill(0);
    this.supporters.set(supporters);
    this.shares.set(shares);
    this.#boughtAs.fill(-1);
    this.#purchases = 0;
    for (let option = 0; option < optionCount; option += 1)
      this.live[option] = (optionStart[option + 1] as number) - (optionStart[option] as number);
  }

  /** Whether nothing was bought so far. */
  get isUntouched(): boolean {
    return this.#purchases === 0;
  }

  get denominator(): bigint {
    return this.#book.denominator;
  }

  /** By how much a sum of so many amounts of money can be wrong: each amount, and the adding up. */
  sumError(weight: number, sum: number, terms: number): number {
    return 1.01 * (weight * this.error + (terms + 4) * 2 * UNIT_ROUNDOFF * sum);
  }

  /** What a group has, over the common denominator. It must not have run out. */
  exactMoney(group: number): bigint {
    const { groupStart, groupOptions, groupShares } = this.electorate;
    const paid: [number, number][] = [];
    for (let at = groupStart[group] as number; at < (groupStart[group + 1] as number); at += 1) {
      const purchase = this.#boughtAs[groupOptions[at] as number] as number;
      if (purchase >= 0) paid.push([purchase, groupShares[at] as number]);
    }
    return this.#book.moneyAfter(paid);
  }

  /** The exact price of a share when exactly those whose money is below `price × share` give all they have. */
  exactPrice(option: number, price: number): ExactPrice {
    const { weights, groupStart, groupOptions, groupShares, optionStart, costs } = this.electorate;
    const poorPaid = this.#poorPaid;
    const from = optionStart[option] as number;
    const to = from + (this.live[option] as number);
    poorPaid.fill(0, 0, this.#purchases);
    let poor = 0;
    let shares = 0;
    for (let at = from; at < to; at += 1) {
      const group = this.supporters[at] as number;
      const weight = weights[group] as number;
      const share = this.shares[at] as number;
      if ((this.money[group] as number) >= price * share) {
        shares += weight * share;
        continue;
      }
      poor += weight;
      const end = groupStart[group + 1] as number;
      for (let choice = groupStart[group] as number; choice < end; choice += 1) {
        const purchase = this.#boughtAs[groupOptions[choice] as number] as number;
        if (purchase >= 0)
          poorPaid[purchase] = (poorPaid[purchase] as number) + weight * (groupShares[choice] as number);
      }
    }
    return this.#book.priceOf(costs[option] as bigint, poor, poorPaid, shares);
  }

  /** Takes what everybody pays for an option. Nobody pays for what is free. */
  pay(option: number, exact: ExactPrice, line: PoorLine): void {
    const price = this.#book.buy(exact);
    const { money, isDrained, supporters, shares } = this;
    const from = this.electorate.optionStart[option] as number;
    const to = this.electorate.costNumbers[option] === 0 ? from : from + (this.live[option] as number);
    for (let at = from; at < to; at += 1) {
      const group = supporters[at] as number;
      const share = shares[at] as number;
      const left = money[group] as number;
      if (line.poor === null ? left < line.price * share : line.poor.has(group)) {
        isDrained[group] = 1;
        money[group] = 0;
      } else money[group] = Math.max(0, left - price * share);
    }
    this.#boughtAs[option] = this.#purchases;
    this.#purchases += 1;
    // A full payer never pays more than she got, so whatever rounds here rounds within the endowment.
    this.error += 8 * UNIT_ROUNDOFF * this.endowment;
  }
}
