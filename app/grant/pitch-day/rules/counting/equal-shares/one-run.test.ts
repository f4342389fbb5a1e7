import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fraction, fraction, plus, times, ZERO } from '#app/kernel/fraction.ts';
import { bySmallerId } from '#app/kernel/lots.ts';
import type { Profile } from '../profile.ts';
import type { Support } from '../totals.ts';
import { electorateOf } from './electorate.ts';
import { slowEqualShares } from './equal-shares.testing.ts';
import { EqualShares } from './one-run.ts';
import { type Payment, paymentOf } from './payment.ts';
import { smallVotes } from './small-votes.testing.ts';
import { tieRankOf } from './tie-rank.ts';

const votes = fc.record({
  profile: smallVotes,
  endowment: fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 6 })).map(([a, b]) => fraction(a, b)),
});

function quickRun(profile: Profile, support: Support, endowment: Fraction) {
  const electorate = electorateOf(profile, support);
  const shares = new EqualShares(electorate, tieRankOf(profile, bySmallerId));
  const inUnits = times(endowment, fraction(electorate.unitFactor));
  // A run must not depend on the one before it.
  shares.run(times(inUnits, fraction(2)), null);
  const payments: Payment[] = [];
  const outcome = shares.run(inUnits, null, (purchase) => payments.push(paymentOf(purchase, electorate)));
  return { ...outcome, payments };
}

describe.each(['approvals', 'points'] as const)('a run of equal shares by %s, in doubles and fractions', (support) => {
  it('chooses what the definition in fractions chooses, with the same ties', () => {
    fc.assert(
      fc.property(votes, ({ profile, endowment }) => {
        const slow = slowEqualShares(profile, support, endowment);
        const quick = quickRun(profile, support, endowment);
        expect(quick.chosen).toEqual(slow.chosen);
        expect(quick.ties).toEqual(slow.ties);
      }),
      { numRuns: 2_000 },
    );
  });

  it('says to the fraction who paid what, and it makes the cost', () => {
    fc.assert(
      fc.property(votes, ({ profile, endowment }) => {
        const slow = slowEqualShares(profile, support, endowment);
        for (const [at, payment] of quickRun(profile, support, endowment).payments.entries()) {
          const { full, poor, penniless } = slow.payments[at] ?? { full: ZERO, poor: ZERO, penniless: -1 };
          const inFull = payment.full.map(({ voters, each }) => times(each, fraction(voters))).reduce(plus, ZERO);
          expect(inFull).toEqual(full);
          expect(payment.poor?.together ?? ZERO).toEqual(poor);
          expect(payment.penniless).toBe(penniless);
          expect(plus(inFull, poor)).toEqual(profile.options[payment.option]?.cost);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('takes a ballot with a weight for so many ballots, in any order', () => {
    fc.assert(
      fc.property(votes, fc.boolean(), ({ profile, endowment }, isBackwards) => {
        const single = profile.ballots.flatMap((ballot) =>
          Array.from({ length: ballot.weight }, () => ({ ...ballot, weight: 1 })),
        );
        const ballots = isBackwards ? single.toReversed() : single;
        const { chosen, cost, ties } = quickRun({ ...profile, ballots }, support, endowment);
        expect({ chosen, cost, ties }).toEqual(
          (({ chosen: c, cost: k, ties: t }) => ({ chosen: c, cost: k, ties: t }))(
            quickRun(profile, support, endowment),
          ),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('equal shares with the budget shared out', () => {
  it('never costs more than the budget, and leaves no group that could pay for something all of it chose', () => {
    fc.assert(
      fc.property(smallVotes, (profile) => {
        const voters = profile.ballots.reduce((sum, { weight }) => sum + weight, 0);
        const budget = profile.budget ?? ZERO;
        const share = times(budget, fraction(1, voters));
        const { chosen } = quickRun(profile, 'approvals', share);
        const costOf = (option: number) => profile.options[option]?.cost ?? ZERO;
        const spent = chosen.map(costOf).reduce(plus, ZERO);
        expect(spent.numerator * budget.denominator).toBeLessThanOrEqual(budget.numerator * spent.denominator);
        for (const option of profile.options.keys()) {
          if (chosen.includes(option)) continue;
          // Justified representation: those who chose it and got nothing have all their money, and it is not enough.
          const empty = profile.ballots.filter(
            ({ choices }) => choices.includes(option) && !choices.some((choice) => chosen.includes(choice)),
          );
          const money = times(share, fraction(empty.reduce((sum, { weight }) => sum + weight, 0)));
          const cost = costOf(option);
          expect(money.numerator * cost.denominator).toBeLessThan(cost.numerator * money.denominator);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('buys for those who have exactly enough, and not for those who lack a hundredth of the smallest coin', () => {
    const vote = (cost: Fraction): Profile => ({
      kind: 'approval',
      options: [{ id: '1', name: 'choir', cost }],
      ballots: [{ weight: 3, choices: [0], points: null }],
      pointScale: 1,
      budget: fraction(10),
      seats: null,
    });
    const third = fraction(10, 3);
    expect(quickRun(vote(fraction(10)), 'approvals', third).chosen).toEqual([0]);
    expect(quickRun(vote(plus(fraction(10), fraction(1, 10n ** 18n))), 'approvals', third).chosen).toEqual([]);
  });

  it('tells prices apart that no double tells apart', () => {
    const tiny = fraction(1, 10n ** 18n);
    const vote = (first: Fraction, second: Fraction): Profile => ({
      kind: 'points',
      options: [
        { id: '1', name: 'choir', cost: first },
        { id: '2', name: 'garden', cost: second },
      ],
      ballots: [{ weight: 1, choices: [0, 1], points: [1, 1] }],
      pointScale: 1,
      budget: fraction(1),
      seats: null,
    });
    const bothAt = (first: Fraction, second: Fraction) => quickRun(vote(first, second), 'points', fraction(3)).chosen;
    expect(bothAt(fraction(1), fraction(1))).toEqual([0, 1]);
    expect(bothAt(plus(fraction(1), tiny), fraction(1))).toEqual([1, 0]);
    expect(bothAt(fraction(1), plus(fraction(1), tiny))).toEqual([0, 1]);
  });

  it('knows who has spent exactly all she had', () => {
    const vote: Profile = {
      kind: 'points',
      options: [
        { id: '1', name: 'choir', cost: fraction(1, 3) },
        { id: '2', name: 'garden', cost: fraction(1, 7) },
      ],
      ballots: [
        { weight: 1, choices: [0, 1], points: [9, 1] },
        { weight: 2, choices: [1], points: [1] },
      ],
      pointScale: 1,
      budget: fraction(1),
      seats: null,
    };
    const [, garden] = quickRun(vote, 'points', fraction(1, 3)).payments;
    expect(garden).toMatchObject({ full: [{ voters: 2, each: fraction(1, 14) }], poor: null, penniless: 1 });
  });

  it('knows who lacks less than a double can show', () => {
    const tiny = fraction(1, 10n ** 18n);
    // Amina has two thirds left when her share of the garden is two thirds and a little: she is poor, and Bo pays the rest.
    // The swing costs a little more than what he has then, and a little less than if she had paid what she does not have.
    const swing = (cost: Fraction): Profile => ({
      kind: 'points',
      options: [
        { id: '1', name: 'choir', cost: fraction(1, 3) },
        { id: '2', name: 'garden', cost: plus(fraction(4, 3), times(fraction(2), tiny)) },
        { id: '3', name: 'swing', cost },
      ],
      ballots: [
        { weight: 1, choices: [0, 1], points: [90, 9] },
        { weight: 1, choices: [1, 2], points: [9, 1] },
      ],
      pointScale: 1,
      budget: fraction(2),
      seats: null,
    });
    const left = plus(fraction(1, 3), times(fraction(-2), tiny));
    expect(quickRun(swing(plus(left, times(fraction(1, 2), tiny))), 'points', fraction(1)).chosen).toEqual([0, 1]);
    expect(quickRun(swing(left), 'points', fraction(1)).chosen).toEqual([0, 1, 2]);
  });

  it('sees a tie of everything, whatever it costs', () => {
    const costs = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(costs, fc.integer({ min: 1, max: 1_000 }), (all, weight) => {
        const profile: Profile = {
          kind: 'approval',
          options: all.map((cost, at) => ({ id: String(at), name: `${at}`, cost: fraction(cost) })),
          ballots: [{ weight, choices: [...all.keys()], points: null }],
          pointScale: 1,
          budget: fraction(1),
          seats: null,
        };
        const { chosen, ties } = quickRun(profile, 'approvals', fraction(10_000_000));
        expect(chosen).toEqual([...all.keys()]);
        expect(ties[0]).toEqual([...all.keys()]);
      }),
    );
  });
});
