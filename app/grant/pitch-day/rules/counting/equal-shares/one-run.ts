import type { Fraction } from '#app/kernel/fraction.ts';
import { Appraisal } from './appraisal.ts';
import type { Electorate } from './electorate.ts';
import type { Path } from './path.ts';
import { compareExact, type ExactPrice } from './price-book.ts';
import { Purses } from './purses.ts';

/** Options that cost their supporters exactly the same, when one of them was bought. */
export type ShareTie = readonly number[];

/** One purchase, before it is paid. Money and prices are over the common denominator of this moment. */
export type Purchase = {
  readonly option: number;
  readonly price: ExactPrice;
  readonly denominator: bigint;
  /** Who pays in full: people by how many shares they have. */
  readonly full: ReadonlyMap<number, number>;
  /** Who gives the last she has: how many people, and between which amounts; null if nobody has to. */
  readonly poor: { readonly voters: number; readonly least: bigint; readonly most: bigint } | null;
};

export type RunOutcome = {
  readonly chosen: readonly number[];
  /** In whole units. */
  readonly cost: bigint;
  /** Whether the run was left because it had already cost more than it may. */
  readonly isOver: boolean;
  readonly ties: readonly ShareTie[];
};

/**
 * The Method of Equal Shares, one endowment at a time.
 *
 * Money and prices under consideration are doubles with a proved bound on their error; whatever such an interval leaves
 * open is decided with the exact fractions of the price book, and the price of everything bought is exact again, so errors
 * do not grow from purchase to purchase. An option is looked at again only when its old price could still be the lowest.
 *
 * @source Peters, Pierczyński & Skowron, Proportional Participatory Budgeting with Additive Utilities (2021)
 */
export class EqualShares {
  readonly #electorate: Electorate;
  readonly #tieRank: Int32Array;
  readonly #purses: Purses;
  readonly #appraisal: Appraisal;
  /** What the next run is expected to choose, as the one before it did: more for everybody changes little. */
  expected: readonly number[] = [];

  /** @param tieRank  the place of each option in the order of ties */
  constructor(electorate: Electorate, tieRank: Int32Array) {
    this.#electorate = electorate;
    this.#tieRank = tieRank;
    this.#purses = new Purses(electorate);
    this.#appraisal = new Appraisal(this.#purses);
  }

  /**
   * @param endowment  of every voter, in whole units
   * @param costMax    the run is left when it has cost more; null for never
   * @param listener   hears of each purchase before it is paid
   * @param path       the way that the run goes is written down here
   */
  run(
    endowment: Fraction,
    costMax: bigint | null,
    listener: ((purchase: Purchase) => void) | null = null,
    path: Path | null = null,
  ): RunOutcome {
    this.#purses.fill(endowment);
    this.#appraisal.begin(path);
    const { expected } = this;
    const chosen: number[] = [];
    this.expected = chosen;
    const ties: ShareTie[] = [];
    let cost = 0n;
    const queue = Array.from(this.#electorate.costs.keys());
    for (;;) {
      sortByLow(queue, this.#appraisal.low);
      const best = this.#cheapest(queue, expected[chosen.length]);
      const [option] = best;
      if (option === undefined) return { chosen, cost, isOver: false, ties };
      if (best.length > 1) ties.push(best);
      // An option as a negative number is one that was bought, or that would have been but for the rule for ties.
      if (path !== null) for (const each of best) path.push(-1 - each);
      chosen.push(option);
      cost += this.#electorate.costs[option] as bigint;
      if (costMax !== null && cost > costMax) return { chosen, cost, isOver: true, ties };
      const price = this.#appraisal.exactPrice(option);
      listener?.(this.#purchaseOf(option, price));
      this.#purses.pay(option, price, this.#appraisal.poorLineOf(option));
      queue.splice(queue.indexOf(option), 1);
    }
  }

  /**
   * The options with the lowest price, those that are exactly equal in the order of ties. What nobody can pay any more
   * leaves the queue.
   *
   * @param expected  what the run before bought now: looked at first, most of the others are seen to be dearer at once
   */
  #cheapest(queue: number[], expected: number | undefined): number[] {
    const { low, high } = this.#appraisal;
    let lowestHigh = Number.POSITIVE_INFINITY;
    const appraised: number[] = [];
    const expectedAt = expected === undefined ? -1 : queue.indexOf(expected);
    if (expected !== undefined && expectedAt >= 0) {
      if (this.#appraisal.appraise(expected, lowestHigh)) {
        lowestHigh = high[expected] as number;
        appraised.push(expected);
      } else queue.splice(expectedAt, 1);
    }
    for (let at = 0; at < queue.length; ) {
      const option = queue[at] as number;
      // Priced after the queue was sorted, the expected one may stand before others that are cheaper.
      if (option === expected) at += 1;
      else if ((low[option] as number) > lowestHigh) break;
      else if (this.#appraisal.appraise(option, lowestHigh)) {
        lowestHigh = Math.min(lowestHigh, high[option] as number);
        appraised.push(option);
        at += 1;
      } else queue.splice(at, 1);
    }
    if (appraised.length < 2) return appraised;
    const contested = appraised.filter((option) => (low[option] as number) <= lowestHigh);
    return contested.length < 2 ? contested : this.#lowestExactly(contested);
  }

  #lowestExactly(contested: readonly number[]): number[] {
    const priced = contested.map((option) => ({
      option,
      price: this.#appraisal.exactPrice(option),
      per: this.#appraisal.per(option),
    }));
    const best = priced.reduce((one, other) =>
      compareExact(other.price, other.per, one.price, one.per) < 0 ? other : one,
    );
    return priced
      .filter(({ price, per }) => compareExact(price, per, best.price, best.per) === 0)
      .map(({ option }) => option)
      .sort((one, other) => (this.#tieRank[one] as number) - (this.#tieRank[other] as number));
  }

  #purchaseOf(option: number, price: ExactPrice): Purchase {
    const { supporters, shares, money, live, electorate, denominator, error } = this.#purses;
    const line = this.#appraisal.poorLineOf(option);
    const from = electorate.optionStart[option] as number;
    const to = electorate.costNumbers[option] === 0 ? from : from + (live[option] as number);
    const full = new Map<number, number>();
    /** One group for each amount: those who paid the same have the same double. */
    const poor = new Map<number, number>();
    let voters = 0;
    for (let at = from; at < to; at += 1) {
      const group = supporters[at] as number;
      const weight = electorate.weights[group] as number;
      const share = shares[at] as number;
      const left = money[group] as number;
      if (line.poor === null ? left < line.price * share : line.poor.has(group)) {
        // Somebody may have spent exactly all she had and be on the list still.
        if (left <= 2 * error && this.#purses.exactMoney(group) === 0n) continue;
        voters += weight;
        poor.set(left, group);
      } else full.set(share, (full.get(share) ?? 0) + weight);
    }
    if (poor.size === 0) return { option, price, denominator, full, poor: null };
    const amounts = [...poor.keys()];
    const near = (extreme: number) =>
      [...poor]
        .filter(([amount]) => Math.abs(amount - extreme) <= 2 * error)
        .map(([, group]) => this.#purses.exactMoney(group));
    const least = near(amounts.reduce((one, other) => Math.min(one, other)));
    const most = near(amounts.reduce((one, other) => Math.max(one, other)));
    const range = {
      least: least.reduce((one, other) => (other < one ? other : one)),
      most: most.reduce((one, other) => (other > one ? other : one)),
    };
    return { option, price, denominator, full, poor: { voters, ...range } };
  }
}

/** Nearly sorted already: prices change little by little. */
function sortByLow(queue: number[], low: Float64Array): void {
  for (let at = 1; at < queue.length; at += 1) {
    const option = queue[at] as number;
    const key = low[option] as number;
    let place = at - 1;
    while (place >= 0 && (low[queue[place] as number] as number) > key) {
      queue[place + 1] = queue[place] as number;
      place -= 1;
    }
    queue[place + 1] = option;
  }
}
