import type { Counted, CountingRuleName } from '#app/grant/pitch-day/rules/counting/count-by.ts';
import type { EqualSharesCount } from '#app/grant/pitch-day/rules/counting/equal-shares/count-equal-shares.ts';
import type { GreedyStep } from '#app/grant/pitch-day/rules/counting/greedy.ts';
import type { RankedTie } from '#app/grant/pitch-day/rules/counting/irv.ts';
import type { Profile } from '#app/grant/pitch-day/rules/counting/profile.ts';
import type { StvCount } from '#app/grant/pitch-day/rules/counting/scottish-stv.ts';
import { UNITS_PER_VOTE } from '#app/grant/pitch-day/rules/counting/scottish-stv.ts';
import { type Fraction, fraction, times } from '#app/kernel/fraction.ts';
import { orderOf } from './order-of.ts';

/**
 * The answer for a machine. Rounds, stages and fields are named as in published reference results: fractions as `p/q`,
 * tallies of the single transferable vote with five decimals.
 */
export function inJson(rule: CountingRuleName, profile: Profile, counted: Counted, seconds: number) {
  const idOf = (option: number) => profile.options[option]?.id ?? '';
  const ids = (options: readonly number[]) => options.map(idOf);
  return { rule, ...answerOf(counted, profile, idOf, ids), seconds };
}

type IdOf = (option: number) => string;
type Ids = (options: readonly number[]) => string[];

function answerOf(counted: Counted, profile: Profile, idOf: IdOf, ids: Ids) {
  const order = ids(orderOf(counted));
  if (counted.counts === 'votes') {
    const { totals, chosen, ties } = counted.count;
    const votes = byId(totals.entries(), idOf, (total) => exactly(fraction(total, profile.pointScale)));
    return { winners: ids(chosen), order, cost: null, rounds: [{ round: 1, votes }], ties: ties.map(ids) };
  }
  if (counted.counts === 'irv') {
    const { winner, rounds, majorityRound, ties, valid } = counted.count;
    return {
      winners: [idOf(winner)],
      order,
      cost: null,
      valid_ballots: valid,
      majority_round: majorityRound,
      rounds: rounds.map(({ votes, exhausted, excluded }, at) => ({
        round: at + 1,
        votes: byId(votes, idOf, Number),
        exhausted,
        continuing_total: valid - exhausted,
        ...(excluded === null ? {} : { excluded: idOf(excluded) }),
      })),
      ties: ties.map((tie) => tieOf(tie, idOf, ids)),
    };
  }
  if (counted.counts === 'stv') return stvAnswer(counted.count, order, idOf, ids);
  const { chosen, cost, ties } = counted.count;
  if (counted.counts === 'greedy') {
    const { steps } = counted.count;
    const rounds = steps.map((step) => greedyRound(step, profile, idOf));
    return {
      winners: ids(chosen),
      order,
      cost: exactly(cost),
      rounds,
      ties: ties.map(ids),
    };
  }
  return sharesAnswer(counted.count, profile, idOf, ids);
}

function stvAnswer({ seats, stages, quota, valid, ties }: StvCount, order: string[], idOf: IdOf, ids: Ids) {
  return {
    winners: ids(seats.map(({ option }) => option)),
    order,
    cost: null,
    valid_ballots: valid,
    quota,
    elected_in_order: seats.map(({ option, how, stage }) => ({ candidate: idOf(option), how, stage })),
    rounds: stages.map(({ action, votes, nonTransferable, elected: reached }, at) => ({
      stage: at + 1,
      action:
        action.type === 'first_preferences'
          ? action
          : action.type === 'surplus'
            ? { type: action.type, candidate: idOf(action.option), surplus: inVotes(action.surplus) }
            : { type: action.type, candidate: idOf(action.option) },
      votes: byId(votes, idOf, inVotes),
      non_transferable: inVotes(nonTransferable),
      reached_quota: ids(reached),
    })),
    ties: ties.map((tie) => tieOf(tie, idOf, ids)),
  };
}

function sharesAnswer(count: EqualSharesCount, profile: Profile, idOf: IdOf, ids: Ids) {
  const { chosen, cost, payments, completion, runs, increments, endowment, stopped, ties } = count;
  const added = completion.filter(({ isFunded }) => isFunded).map(({ option }) => option);
  return {
    winners: ids(chosen),
    order: ids(chosen),
    cost: exactly(cost),
    mes_runs: runs,
    adopted_increments: increments,
    endowment_per_voter: exactly(endowment),
    stopped_because: stopped,
    added_by_completion: ids(added),
    rounds: [
      ...payments.map(({ option, price, full, poor, penniless }) => ({
        project: idOf(option),
        cost: exactly(profile.options[option]?.cost ?? fraction(0)),
        price_per_share: exactly(times(price, fraction(profile.pointScale))),
        paid_in_full: full.map(({ share, voters, each }) => ({
          share: share / profile.pointScale,
          voters,
          each: exactly(each),
        })),
        paid_all_they_had:
          poor === null
            ? null
            : {
                voters: poor.voters,
                together: exactly(poor.together),
                least: exactly(poor.least),
                most: exactly(poor.most),
              },
        had_nothing_left: penniless,
      })),
      ...completion.map((step) => greedyRound(step, profile, idOf)),
    ],
    ties: ties.map(ids),
  };
}

function greedyRound({ option, support, left, isFunded }: GreedyStep, profile: Profile, idOf: IdOf) {
  return {
    project: idOf(option),
    cost: exactly(profile.options[option]?.cost ?? fraction(0)),
    support: exactly(fraction(support, profile.pointScale)),
    money_left: exactly(left),
    funded: isFunded,
  };
}

function tieOf({ stage, why, tied, chosen, by }: RankedTie, idOf: IdOf, ids: Ids) {
  return { stage, why, tied: ids(tied), chosen: idOf(chosen), by };
}

function byId<Value, Shown>(entries: Iterable<readonly [number, Value]>, idOf: IdOf, show: (value: Value) => Shown) {
  return Object.fromEntries([...entries].map(([option, value]) => [idOf(option), show(value)]));
}

function inVotes(units: number): string {
  return `${Math.floor(units / UNITS_PER_VOTE)}.${String(units % UNITS_PER_VOTE).padStart(5, '0')}`;
}

function exactly({ numerator, denominator }: Fraction): string {
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
}
