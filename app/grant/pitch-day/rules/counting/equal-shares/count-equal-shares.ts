import { compare, type Fraction, fraction, minus, plus, times, ZERO } from '#app/kernel/fraction.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { TieBreak } from '#app/kernel/lots.ts';
import { countGreedy, type GreedyStep } from '../greedy.ts';
import type { Profile } from '../profile.ts';
import { type Support, totalsOf } from '../totals.ts';
import { firstToStop, type RunSeen } from './add-money.ts';
import { type Electorate, electorateOf } from './electorate.ts';
import { EqualShares, type RunOutcome, type ShareTie } from './one-run.ts';
import type { Path } from './path.ts';
import { type Payment, paymentOf } from './payment.ts';
import { tieRankOf } from './tie-rank.ts';

/**
 * How money that is left over goes on: not at all; by giving everybody more and more until the next step would cost too
 * much; or the same, ending also when nothing that anybody chose would still fit.
 */
export type Completion = 'none' | 'add1' | 'add1e';

export type EqualSharesTerms = {
  readonly support: Support;
  readonly completion: Completion;
  /** Whether what is still left goes by support, greedily. */
  readonly isUtilitarian: boolean;
  /** What everybody gets more from run to run, in the currency, above zero. */
  readonly increment: Fraction;
  /** `share`: budget by voters, exactly. `whole`: the same, cut off to a whole unit of the currency. */
  readonly start: 'share' | 'whole';
};

export type EqualSharesCount = {
  readonly chosen: readonly number[];
  readonly cost: Fraction;
  /** Of what was bought with equal shares, in order; empty where there was money for everything. */
  readonly payments: readonly Payment[];
  /** What the greedy completion looked at. */
  readonly completion: readonly GreedyStep[];
  readonly runs: number;
  readonly increments: number;
  readonly endowment: Fraction;
  readonly stopped: 'one run' | 'next increment exceeds the budget' | 'outcome exhaustive' | 'money for everything';
  /** Options that cost their supporters the same when one of them was bought, in the run that counts. */
  readonly ties: readonly (readonly number[])[];
  /** The same over all runs, each set once: any of them may have had a say in which run counts. */
  readonly tiesMet: readonly (readonly number[])[];
};

/** With more choices on all ballots hardly two runs go alike, and writing down how they went would only take time. */
const LEAPS_MAX = 20_000;

/**
 * Counts with the Method of Equal Shares: every voter gets the same part of the budget, and what is bought is paid by
 * those who chose it, as evenly as their money allows.
 *
 * @param profile  with a budget, costs, and at least one ballot; identical ballots merged, to be quick
 * @source         Peters, Pierczyński & Skowron (2021); completions as on equalshares.net
 */
export function countEqualShares(profile: Profile, terms: EqualSharesTerms, tieBreak: TieBreak): EqualSharesCount {
  const { budget } = profile;
  invariant(budget !== null && profile.ballots.length > 0, 'equal shares has a budget and voters');
  const electorate = electorateOf(profile, terms.support);
  const shares = new EqualShares(electorate, tieRankOf(profile, tieBreak));
  const share = fraction(budget.numerator, budget.denominator * BigInt(electorate.voters));
  const first = terms.start === 'share' ? share : fraction(share.numerator / share.denominator);
  const met = new Map<string, ShareTie>();
  const adopted =
    terms.completion === 'none'
      ? ({ increments: 0, runs: 1, stopped: 'one run' } as const)
      : (moneyForAll(electorate) ?? addMoney(electorate, shares, terms, first, met));
  const endowment = plus(first, times(terms.increment, fraction(adopted.increments)));
  const payments: Payment[] = [];
  const run =
    adopted.stopped === 'money for everything'
      ? { chosen: withoutPoverty(profile, electorate, tieBreak), ties: [] }
      : shares.run(inElectorate(endowment, electorate), null, (purchase) =>
          payments.push(paymentOf(purchase, electorate)),
        );
  note(run.ties, met);
  const cost = run.chosen.reduce<Fraction>((sum, option) => plus(sum, profile.options[option]?.cost ?? ZERO), ZERO);
  const rest = [...profile.options.keys()].filter((option) => !run.chosen.includes(option));
  const completed =
    terms.isUtilitarian && compare(cost, budget) <= 0
      ? countGreedy(profile, totalsOf(profile, terms.support), 'support', minus(budget, cost), tieBreak, rest)
      : { steps: [], chosen: [], cost: ZERO };
  return {
    chosen: [...run.chosen, ...completed.chosen],
    cost: plus(cost, completed.cost),
    payments,
    completion: completed.steps,
    ...adopted,
    endowment,
    ties: run.ties,
    tiesMet: [...met.values()],
  };
}

type Adopted = Pick<EqualSharesCount, 'runs' | 'increments' | 'stopped'>;

/** Null where not everything that anybody chose can be had: then some step costs too much in the end. */
function moneyForAll({ costs, shareTotals, budget }: Electorate): Adopted | null {
  const wanted = costs.filter((_, option) => (shareTotals[option] ?? 0) > 0);
  if (wanted.reduce((sum, cost) => sum + cost, 0n) > budget) return null;
  return { runs: 0, increments: 0, stopped: 'money for everything' };
}

/** Runs again with more for everybody; the run before the first that costs too much counts. */
function addMoney(
  electorate: Electorate,
  shares: EqualShares,
  { completion, increment }: EqualSharesTerms,
  first: Fraction,
  met: Map<string, ShareTie>,
): Adopted {
  const from = inElectorate(first, electorate);
  const step = inElectorate(increment, electorate);
  // Over one denominator, so that no run has to look for a smaller one.
  const denominator = from.denominator * step.denominator;
  const more = step.numerator * from.denominator;
  const least = from.numerator * step.denominator;
  const run = (increments: number, expected: readonly number[], path: Path | null): RunSeen => {
    shares.expected = expected;
    const numerator = least + BigInt(increments) * more;
    const outcome = shares.run({ numerator, denominator }, electorate.budget, null, path);
    const isEnough = completion === 'add1e' && !outcome.isOver && isExhaustive(electorate, outcome);
    const { chosen, ties } = outcome;
    return { verdict: outcome.isOver ? 'over' : isEnough ? 'enough' : 'on', chosen, ties };
  };
  const last = firstToStop(run, electorate.supporters.length <= LEAPS_MAX, (ties) => note(ties, met));
  const runs = last.increments + 1;
  if (last.verdict === 'enough') return { runs, increments: last.increments, stopped: 'outcome exhaustive' };
  return { runs, increments: Math.max(0, last.increments - 1), stopped: 'next increment exceeds the budget' };
}

function note(ties: readonly ShareTie[], met: Map<string, ShareTie>): void {
  for (const tie of ties) {
    const key = tie.join();
    if (!met.has(key)) met.set(key, tie);
  }
}

/** Whether nothing that anybody chose fits into the money left. */
function isExhaustive({ costs, shareTotals, budget }: Electorate, { chosen, cost }: RunOutcome): boolean {
  const has = new Set(chosen);
  const left = budget - cost;
  return !costs.some((each, option) => each <= left && (shareTotals[option] ?? 0) > 0 && !has.has(option));
}

/**
 * The order in which all would be bought if nobody ever ran out: the lowest price first. What nobody chose comes last,
 * and only if it fits as well.
 */
function withoutPoverty(
  profile: Profile,
  { costs, shareTotals, budget, isByCost }: Electorate,
  tieBreak: TieBreak,
): readonly number[] {
  const isEverything = costs.reduce((sum, cost) => sum + cost, 0n) <= budget;
  const among = [...profile.options.keys()].filter((option) => isEverything || (shareTotals[option] ?? 0) > 0);
  return countGreedy(
    profile,
    [...shareTotals],
    isByCost ? 'support' : 'support-per-cost',
    profile.budget ?? ZERO,
    tieBreak,
    among,
  ).chosen;
}

function inElectorate(endowment: Fraction, { unitFactor }: Electorate): Fraction {
  return times(endowment, fraction(unitFactor));
}
