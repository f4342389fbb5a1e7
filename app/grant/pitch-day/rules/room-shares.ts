import { type Fraction, fraction, minus } from '#app/kernel/fraction.ts';
import { bySmallerId, type TieBreak } from '#app/kernel/lots.ts';
import type { Minor } from '#app/kernel/money.ts';
import { countEqualShares, type EqualSharesCount } from './counting/equal-shares/count-equal-shares.ts';
import type { Payment } from './counting/equal-shares/payment.ts';
import { mergeBallots, type Profile } from './counting/profile.ts';
import type { Manifest } from './manifest.ts';

/** What a room needs to share out a pot: the options with their costs, the pot, and by how much a share grows. */
export type SharedPot = Pick<Manifest, 'options' | 'budgetMinor' | 'incrementMinor'>;

/** How the pot went, for people to read. Amounts are exact, in minor units. */
export type RoomShares = {
  readonly voters: number;
  /** What each voter had to give: at first the pot divided by the voters, then what it grew to. */
  readonly first: Fraction;
  readonly share: Fraction;
  /** In the order of winning. */
  readonly winners: readonly { readonly id: string; readonly costMinor: Minor; readonly paid: Paid | null }[];
  readonly leftMinor: Minor;
};

/** Who paid for one winner; null stands for everybody who chose it, alike, where the pot was enough for all. */
export type Paid = Pick<Payment, 'full' | 'poor' | 'penniless'>;

/** Which options the pot pays for, and which were equal on the way. */
export type SharesOutcome = {
  /** In the order of winning. */
  readonly winners: readonly string[];
  readonly ties: readonly (readonly string[])[];
};

/**
 * Shares a pot out by the Method of Equal Shares with cost utility, completed by adding to every voter's share step by
 * step; `mes_cost_add1` of the published references. An option that nobody chose does not take part.
 *
 * @param ballots  positions in `options`, from 1
 */
export function shareOut(pot: SharedPot, ballots: readonly (readonly number[])[], tieBreak: TieBreak): SharesOutcome {
  const { count, idOf } = countPot(pot, ballots, tieBreak);
  if (count === null) return { winners: [], ties: [] };
  return { winners: count.chosen.map(idOf), ties: count.tiesMet.map((tie) => tie.map(idOf)) };
}

/** The same, with who paid what. */
export function explainShares(
  pot: SharedPot,
  ballots: readonly (readonly number[])[],
  tieBreak: TieBreak = bySmallerId,
): RoomShares {
  const { count, idOf } = countPot(pot, ballots, tieBreak);
  const budget = pot.budgetMinor ?? 0;
  const costOf = new Map(pot.options.map(({ id, costMinor }) => [id, costMinor]));
  const first = fraction(budget, Math.max(1, ballots.length));
  if (count === null) return { voters: ballots.length, first, share: first, winners: [], leftMinor: budget };
  const left = minus(fraction(budget), count.cost);
  const paidFor = new Map(count.payments.map((payment) => [payment.option, payment]));
  return {
    voters: ballots.length,
    first,
    share: count.endowment,
    winners: count.chosen.map((option) => ({
      id: idOf(option),
      costMinor: costOf.get(idOf(option)) ?? 0,
      paid: paidFor.get(option) ?? null,
    })),
    leftMinor: Number(left.numerator),
  };
}

/** Null where nobody chose anything. */
function countPot(
  pot: SharedPot,
  ballots: readonly (readonly number[])[],
  tieBreak: TieBreak,
): { readonly count: EqualSharesCount | null; readonly idOf: (option: number) => string } {
  const chosen = new Set(ballots.flat());
  const options = pot.options.filter((_, place) => chosen.has(place + 1));
  const placeOf = new Map(options.map((option, place) => [option, place]));
  const idOf = (option: number) => options[option]?.id ?? '';
  if (options.length === 0) return { count: null, idOf };
  const profile: Profile = {
    kind: 'approval',
    options: options.map(({ id, title, costMinor }) => ({ id, name: title, cost: fraction(costMinor) })),
    ballots: ballots.map((choices) => ({
      weight: 1,
      choices: choices.flatMap((choice) => placeOf.get(pot.options[choice - 1] as (typeof options)[number]) ?? []),
      points: null,
    })),
    pointScale: 1,
    budget: fraction(pot.budgetMinor ?? 0),
    seats: null,
  };
  const terms = {
    support: 'approvals',
    completion: 'add1',
    isUtilitarian: false,
    increment: fraction(pot.incrementMinor ?? 1),
    start: 'share',
  } as const;
  return { count: countEqualShares(mergeBallots(profile), terms, tieBreak), idOf };
}
