import { compare, type Fraction, fraction, minus, plus, times, ZERO } from '#app/kernel/fraction.ts';
import type { Profile } from '../profile.ts';
import { pointsOn, type Support } from '../totals.ts';

type Payer = { readonly money: Fraction; readonly share: Fraction; readonly weight: Fraction };

/**
 * One run of equal shares as the definition reads, in fractions throughout, with nothing done to be quick: what the real
 * one is compared with. Ties go to the smaller id.
 */
export function slowEqualShares(profile: Profile, support: Support, endowment: Fraction) {
  const money = profile.ballots.map(() => endowment);
  const utilities = profile.ballots.map((ballot) => {
    const points = support === 'points' ? pointsOn(profile, ballot) : ballot.choices.map(() => 1);
    return new Map(ballot.choices.map((option, place) => [option, points[place] ?? 0]));
  });
  const left = new Set(profile.options.keys());
  const chosen: number[] = [];
  const ties: number[][] = [];
  const payments: { full: Fraction; poor: Fraction; penniless: number }[] = [];
  for (;;) {
    const priced = [...left].flatMap((option) => {
      const cost = profile.options[option]?.cost ?? ZERO;
      const payers = profile.ballots.flatMap((ballot, at): Payer[] => {
        const share = utilities[at]?.get(option) ?? 0;
        return share === 0
          ? []
          : [{ money: money[at] ?? ZERO, share: fraction(share), weight: fraction(ballot.weight) }];
      });
      const price = priceFor(cost, payers);
      const per = support === 'approvals' && cost.numerator > 0n ? cost : fraction(1);
      return price === null
        ? []
        : [{ option, price, rate: times(price, { numerator: per.denominator, denominator: per.numerator }) }];
    });
    const lowest = priced.reduce<Fraction | null>(
      (low, { rate }) => (low === null || compare(rate, low) < 0 ? rate : low),
      null,
    );
    if (lowest === null) return { chosen, ties, payments };
    const tied = priced
      .filter(({ rate }) => compare(rate, lowest) === 0)
      .sort((one, other) =>
        (profile.options[one.option]?.id ?? '') < (profile.options[other.option]?.id ?? '') ? -1 : 1,
      );
    const [best] = tied;
    if (best === undefined) return { chosen, ties, payments };
    if (tied.length > 1) ties.push(tied.map(({ option }) => option));
    chosen.push(best.option);
    left.delete(best.option);
    let [full, poor, penniless] = [ZERO, ZERO, 0];
    for (const [at, has] of money.entries()) {
      const share = utilities[at]?.get(best.option) ?? 0;
      if (share === 0) continue;
      const weight = profile.ballots[at]?.weight ?? 0;
      const due = times(best.price, fraction(share));
      if (compare(has, due) >= 0 && due.numerator > 0n) full = plus(full, times(due, fraction(weight)));
      else if (due.numerator > 0n && has.numerator > 0n) poor = plus(poor, times(has, fraction(weight)));
      else penniless += weight;
      money[at] = compare(due, has) < 0 ? minus(has, due) : ZERO;
    }
    payments.push({ full, poor, penniless });
  }
}

/** The smallest price with which all pay the cost, looking at everybody who could run out, poorest first; null if none. */
function priceFor(cost: Fraction, payers: readonly Payer[]): Fraction | null {
  if (cost.numerator === 0n) return ZERO;
  const sum = (amounts: readonly Fraction[]) => amounts.reduce(plus, ZERO);
  if (compare(sum(payers.map(({ money, weight }) => times(money, weight))), cost) < 0) return null;
  const over = ({ numerator, denominator }: Fraction): Fraction => ({ numerator: denominator, denominator: numerator });
  const limits = payers.map(({ money, share }) => times(money, over(share))).sort(compare);
  for (const limit of limits) {
    const rich = payers.filter(({ money, share }) => compare(money, times(limit, share)) >= 0);
    const poor = payers.filter(({ money, share }) => compare(money, times(limit, share)) < 0);
    const shares = sum(rich.map(({ share, weight }) => times(share, weight)));
    const price = times(minus(cost, sum(poor.map(({ money, weight }) => times(money, weight)))), over(shares));
    if (compare(price, limit) <= 0) return price;
  }
  return null;
}
