import { type Fraction, fraction } from '#app/kernel/fraction.ts';
import type { Electorate } from './electorate.ts';
import type { Purchase } from './one-run.ts';

/** Who paid for one option, in the currency. */
export type Payment = {
  readonly option: number;
  /** What is paid for each share: by everybody alike with approvals, by the point with points. */
  readonly price: Fraction;
  /** Those who paid in full, by how many shares they have. */
  readonly full: readonly { readonly share: number; readonly voters: number; readonly each: Fraction }[];
  /** Those who gave the last they had; null if nobody had to. */
  readonly poor: {
    readonly voters: number;
    readonly together: Fraction;
    readonly least: Fraction;
    readonly most: Fraction;
  } | null;
  /** Supporters who had nothing left. */
  readonly penniless: number;
};

/** Adds one purchase up, by groups of supporters who pay alike. What full payers leave open is what the poor gave. */
export function paymentOf({ option, price, denominator, full, poor }: Purchase, electorate: Electorate): Payment {
  const inCurrency = (numerator: bigint, shares = 1n) =>
    fraction(numerator, denominator * shares * electorate.unitFactor);
  const inFull = [...full]
    .map(([share, voters]) => ({ share, voters, each: inCurrency(price.numerator * BigInt(share), price.shares) }))
    .sort((one, other) => other.share - one.share);
  const fullShares = inFull.reduce((sum, { share, voters }) => sum + share * voters, 0);
  const cost = (electorate.costs[option] ?? 0n) * denominator * price.shares;
  const open = cost - price.numerator * BigInt(fullShares);
  const payers = inFull.reduce((sum, { voters }) => sum + voters, poor?.voters ?? 0);
  return {
    option,
    price: inCurrency(price.numerator, price.shares),
    full: inFull,
    poor:
      poor === null
        ? null
        : {
            voters: poor.voters,
            together: inCurrency(open, price.shares),
            least: inCurrency(poor.least),
            most: inCurrency(poor.most),
          },
    penniless: supportersOf(option, electorate) - payers,
  };
}

function supportersOf(option: number, { optionStart, supporters, weights }: Electorate): number {
  const groups = supporters.subarray(optionStart[option], optionStart[option + 1]);
  return groups.reduce((sum, group) => sum + (weights[group] ?? 0), 0);
}
