import type { Path } from './path.ts';
import type { ExactPrice } from './price-book.ts';
import { quotient } from './price-book.ts';
import { type PoorLine, type Purses, UNIT_ROUNDOFF } from './purses.ts';

/** Steps of Newton's method. It nearly always takes two or three; where roundings make it waver, fractions do not. */
const NEWTON_TRIES = 64;

/**
 * What each option would cost its supporters now: between `low` and `high`, and exactly on demand.
 *
 * With cost utility prices are per cost. A price only ever rises while money only ever leaves, so an old `low` still holds.
 */
export class Appraisal {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly #purses: Purses;
  readonly #price: Float64Array;
  readonly #largestShare: Float64Array;
  /** Of options whose supporters the doubles could not sort into poor and not poor. */
  readonly #sorted = new Map<number, { readonly price: ExactPrice; readonly poor: ReadonlySet<number> }>();
  // What one look at the supporters of an option found.
  #poor = 0;
  #poorWeight = 0;
  #poorMoney = 0;
  #fullWeight = 0;
  #fullMoney = 0;
  #fullShares = 0;
  #gap = 0;
  readonly #poorGroups: Int32Array;
  #path: Path | null = null;

  constructor(purses: Purses) {
    const { optionCount, shares, optionStart } = purses.electorate;
    this.#purses = purses;
    this.low = new Float64Array(optionCount);
    this.high = new Float64Array(optionCount);
    this.#price = new Float64Array(optionCount);
    this.#poorGroups = new Int32Array(purses.electorate.weights.length);
    this.#largestShare = Float64Array.from({ length: optionCount }, (_, option) =>
      shares.subarray(optionStart[option], optionStart[option + 1]).reduce((most, share) => Math.max(most, share), 0),
    );
  }

  /** Before anything is bought: nobody can pay less than if all pay alike, whatever they have. */
  begin(path: Path | null = null): void {
    this.#path = path;
    const { optionCount, costNumbers, shareTotals } = this.#purses.electorate;
    this.#sorted.clear();
    for (let option = 0; option < optionCount; option += 1) {
      const cost = costNumbers[option] as number;
      this.#bound(option, cost === 0 ? 0 : cost / (shareTotals[option] as number), 0);
    }
  }

  /**
   * Brings the price of an option up to date, or as far up as shows that it is above the limit: `high` is then infinite.
   *
   * @returns false when its supporters have too little left, now and for good
   */
  appraise(option: number, limit: number): boolean {
    const isPayable = this.#appraise(option, limit);
    if (this.#path !== null) this.#writeDown(option, isPayable, this.#path);
    return isPayable;
  }

  #appraise(option: number, limit: number): boolean {
    const cost = this.#purses.electorate.costNumbers[option] as number;
    this.#sorted.delete(option);
    if (cost === 0) return this.#bound(option, 0, 0);
    let price = this.#price[option] as number;
    if (
      this.#purses.isUntouched &&
      1.000_001 * price * (this.#largestShare[option] as number) < this.#purses.endowment
    ) {
      // While everybody clearly has enough, what was bounded before anything was bought is the price.
      this.#poor = 0;
      return true;
    }
    let poorBefore = -1;
    for (let tries = 0; tries < NEWTON_TRIES; tries += 1) {
      this.#look(option, price);
      const live = this.#purses.live[option] as number;
      if (tries === 0) {
        const money = this.#poorMoney + this.#fullMoney;
        const error =
          this.#purses.sumError(this.#poorWeight + this.#fullWeight, money, live) + 4 * UNIT_ROUNDOFF * cost;
        if (money + error < cost) return false;
        if (money - error <= cost) return this.#appraiseExactly(option);
      }
      if (this.#fullShares === 0) return this.#appraiseExactly(option);
      const looked = price;
      price = (cost - this.#poorMoney) / this.#fullShares;
      const moneyError = this.#purses.sumError(this.#poorWeight, this.#poorMoney, live);
      const error = (1.01 * (moneyError + 8 * UNIT_ROUNDOFF * cost)) / this.#fullShares + 8 * UNIT_ROUNDOFF * price;
      this.#bound(option, price, error);
      // Between the price that was looked at and this one nobody may become poor, nor rich again: then it is the price.
      const shift = Math.abs(price - looked);
      const dueError = 2 * (error + 4 * UNIT_ROUNDOFF * Math.max(price, looked));
      const margin = 2 * this.#purses.error + (shift + dueError) * (this.#largestShare[option] as number);
      if (this.#gap > 1.01 * margin) return true;
      // Where somebody is neither clearly poor nor clearly not, the doubles may have sorted her wrongly.
      if (this.#poor === poorBefore) return this.#appraiseExactly(option);
      // Whoever is taken for poor, rightly or not, pays no more than she has: what is left for the others is a lower bound.
      if ((this.low[option] as number) > limit) {
        this.high[option] = Number.POSITIVE_INFINITY;
        return true;
      }
      poorBefore = this.#poor;
    }
    return this.#appraiseExactly(option);
  }

  /** The price of an option that was appraised after the last purchase. */
  exactPrice(option: number): ExactPrice {
    const known = this.#sorted.get(option);
    if (known !== undefined) return known.price;
    if (this.#purses.electorate.costNumbers[option] === 0) return { numerator: 0n, shares: 1n };
    return this.#purses.exactPrice(option, this.#price[option] as number);
  }

  /** What a price is divided by before it is compared. Whatever is free costs nothing of anything. */
  per(option: number): bigint {
    const { costs, isByCost } = this.#purses.electorate;
    const cost = costs[option] as bigint;
    return isByCost && cost > 0n ? cost : 1n;
  }

  /** Who gives all she has for an option that was appraised after the last purchase: whose money is below price times share. */
  poorLineOf(option: number): PoorLine {
    return { price: this.#price[option] as number, poor: this.#sorted.get(option)?.poor ?? null };
  }

  /**
   * What the answer rests on: who was taken for poor at the last look. When the supporters have too little it rests on all
   * of them, and of what is free on nobody.
   */
  #writeDown(option: number, isPayable: boolean, path: Path): void {
    const { optionCount, costNumbers } = this.#purses.electorate;
    path.push(isPayable ? option : optionCount + option);
    if (!isPayable || costNumbers[option] === 0) return;
    const sorted = this.#sorted.get(option);
    if (sorted !== undefined) for (const group of sorted.poor) path.push(2 * optionCount + group);
    else for (let at = 0; at < this.#poor; at += 1) path.push(2 * optionCount + (this.#poorGroups[at] as number));
  }

  /** Sorts the supporters at a price, adds them up, and puts whoever has run out behind the end of the list. */
  #look(option: number, price: number): void {
    const { supporters, shares, money, isDrained, live, electorate } = this.#purses;
    const { weights } = electorate;
    const from = electorate.optionStart[option] as number;
    let to = from + (live[option] as number);
    let poor = 0;
    let poorWeight = 0;
    let poorMoney = 0;
    let fullWeight = 0;
    let fullMoney = 0;
    let fullShares = 0;
    let gap = Number.POSITIVE_INFINITY;
    for (let at = from; at < to; ) {
      const group = supporters[at] as number;
      if (isDrained[group] === 1) {
        to -= 1;
        supporters[at] = supporters[to] as number;
        shares[at] = shares[to] as number;
        continue;
      }
      const share = shares[at] as number;
      const weight = weights[group] as number;
      const left = money[group] as number;
      const over = left - price * share;
      if (over < 0) {
        this.#poorGroups[poor] = group;
        poor += 1;
        poorWeight += weight;
        poorMoney += weight * left;
        if (-over < gap) gap = -over;
      } else {
        fullWeight += weight;
        fullMoney += weight * left;
        fullShares += weight * share;
        if (over < gap) gap = over;
      }
      at += 1;
    }
    live[option] = to - from;
    this.#poor = poor;
    this.#poorWeight = poorWeight;
    this.#poorMoney = poorMoney;
    this.#fullWeight = fullWeight;
    this.#fullMoney = fullMoney;
    this.#fullShares = fullShares;
    this.#gap = gap;
  }

  /** The same without doubles: for whoever has, within the error, exactly what an option costs. */
  #appraiseExactly(option: number): boolean {
    const { supporters, shares, live, electorate, denominator } = this.#purses;
    const from = electorate.optionStart[option] as number;
    const groups = Array.from({ length: live[option] as number }, (_, at) => {
      const group = supporters[from + at] as number;
      const weight = BigInt(electorate.weights[group] as number);
      return { group, money: this.#purses.exactMoney(group), share: BigInt(shares[from + at] as number), weight };
    });
    const cost = (electorate.costs[option] as bigint) * denominator;
    if (groups.reduce((sum, { money, weight }) => sum + money * weight, 0n) < cost) return false;
    let poor = new Set<number>();
    for (;;) {
      let numerator = cost;
      let fullShares = 0n;
      for (const { group, money, share, weight } of groups) {
        if (poor.has(group)) numerator -= money * weight;
        else fullShares += share * weight;
      }
      const isPoor = groups.filter(({ money, share }) => money * fullShares < numerator * share);
      if (isPoor.length === poor.size) {
        const price = quotient(numerator, denominator * fullShares);
        this.#sorted.set(option, { price: { numerator, shares: fullShares }, poor });
        return this.#bound(option, price, 8 * UNIT_ROUNDOFF * price);
      }
      poor = new Set(isPoor.map(({ group }) => group));
    }
  }

  #bound(option: number, price: number, error: number): true {
    const { costNumbers, isByCost } = this.#purses.electorate;
    const cost = costNumbers[option] as number;
    const per = isByCost && cost > 0 ? cost : 1;
    this.#price[option] = price;
    this.low[option] = ((price - error) / per) * (1 - 8 * UNIT_ROUNDOFF);
    this.high[option] = ((price + error) / per) * (1 + 8 * UNIT_ROUNDOFF);
    return true;
  }
}
