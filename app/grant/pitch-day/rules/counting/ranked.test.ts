import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TieBreak } from '#app/kernel/lots.ts';
import { countIrv } from './irv.ts';
import { mergeBallots, type Profile } from './profile.ts';
import { countScottishStv, UNITS_PER_VOTE } from './scottish-stv.ts';

const byNumber: TieBreak = (one, other) => Number(one) - Number(other);

function ranked(candidates: number, ...ballots: readonly (readonly [weight: number, ...choices: number[]])[]): Profile {
  return {
    kind: 'ranking',
    options: Array.from({ length: candidates }, (_, at) => ({ id: String(at + 1), name: `${at + 1}`, cost: null })),
    ballots: ballots.map(([weight, ...choices]) => ({ weight, choices, points: null })),
    pointScale: 1,
    budget: null,
    seats: null,
  };
}

const rankings = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.shuffledSubarray([0, 1, 2, 3, 4])), {
    minLength: 1,
    maxLength: 12,
  })
  .map((ballots) => ranked(5, ...ballots.map(([weight, choices]) => [weight, ...choices] as const)));

/** The same with the candidates in another order, each keeping her number. */
function renamed(profile: Profile, order: readonly number[]): Profile {
  return {
    ...profile,
    options: order.map((at) => profile.options[at] ?? { id: '', name: '', cost: null }),
    ballots: profile.ballots.map((ballot) => ({ ...ballot, choices: ballot.choices.map((at) => order.indexOf(at)) })),
  };
}

const numbersOf = (profile: Profile, positions: readonly number[]) => positions.map((at) => profile.options[at]?.id);

describe('instant run-off', () => {
  it('moves the ballots of whoever leaves to their next choice', () => {
    const count = countIrv(ranked(3, [4, 0, 1], [3, 1], [2, 2, 1]), byNumber);
    expect(count).toMatchObject({ winner: 1, majorityRound: 2 });
    expect(count.rounds.map(({ excluded }) => excluded)).toEqual([2, null]);
  });

  it('asks the rounds before about a tie, the last one first', () => {
    // 2 and 3 have four each when 1 has left; in the first round 3 had fewer.
    const count = countIrv(ranked(4, [5, 3], [4, 1], [3, 2], [1, 0, 2]), byNumber);
    expect(count.rounds[1]?.excluded).toBe(2);
    expect(count.ties).toEqual([{ stage: 2, why: 'exclude', tied: [1, 2], chosen: 2, by: 'previous stage' }]);
  });

  it('lets a later round speak before an earlier one', () => {
    // 3 and 4 have seven each in round 3. In round 2 they had six and five, in round 1 four and five.
    const count = countIrv(ranked(5, [10, 4], [2, 0, 2], [1, 1, 2], [2, 1, 3], [4, 2], [5, 3]), byNumber);
    expect(count.rounds.map(({ excluded }) => excluded)).toEqual([0, 1, 3, null]);
  });

  it('goes by lot where nothing before tells the tied apart', () => {
    const even = ranked(3, [3, 0], [2, 1], [2, 2]);
    expect(countIrv(even, byNumber).rounds[0]?.excluded).toBe(1);
    expect(countIrv(even, (one, other) => byNumber(other, one)).rounds[0]?.excluded).toBe(2);
  });

  it('counts neither empty ballots nor a majority that nobody makes', () => {
    expect(countIrv(ranked(2, [3, 0], [1, 1], [9]), byNumber)).toMatchObject({ valid: 4, winner: 0, majorityRound: 1 });
    expect(countIrv(ranked(2, [3]), byNumber)).toMatchObject({ valid: 0, majorityRound: null });
    expect(countIrv(ranked(2, [2, 0], [2, 1]), byNumber)).toMatchObject({ winner: 1, majorityRound: null });
  });

  it('elects whoever a majority puts first, and knows neither order nor name', () => {
    fc.assert(
      fc.property(rankings, fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (profile, order) => {
        const { winner, rounds, valid } = countIrv(profile, byNumber);
        const other = renamed({ ...profile, ballots: profile.ballots.toReversed() }, order);
        expect(numbersOf(other, [countIrv(other, byNumber).winner])).toEqual(numbersOf(profile, [winner]));
        expect(countIrv(mergeBallots(profile), byNumber).rounds).toEqual(rounds);
        for (const [option, votes] of rounds[0]?.votes ?? []) if (2 * votes > valid) expect(winner).toBe(option);
        for (const round of rounds) {
          const votes = [...round.votes.values()].reduce((sum, each) => sum + each, 0);
          expect(votes + round.exhausted).toBe(valid);
        }
      }),
    );
  });
});

describe('the Scottish single transferable vote', () => {
  it('passes a surplus on by all papers, at a value cut off after five decimals', () => {
    // Quota 4. Candidate 1 has 7: 3 too many, each of 7 papers goes on at 3/7 = 0.42857.
    const count = countScottishStv(ranked(3, [5, 0, 1], [2, 0, 2], [1, 1], [2, 2]), 2, byNumber);
    expect(count.quota).toBe(4);
    expect(Object.fromEntries(count.stages[1]?.votes ?? [])).toEqual({ 0: 400_000, 1: 314_285, 2: 285_714 });
    expect(count.seats.map(({ option }) => option)).toEqual([0, 1]);
  });

  it('fills seats without a count when no more stand than there are seats', () => {
    const count = countScottishStv(ranked(2, [3, 1], [1, 0]), 2, byNumber);
    expect(count.seats.map(({ option, how }) => [option, how])).toEqual([
      [1, 'quota'],
      [0, 'last vacancies'],
    ]);
    expect(count.stages).toHaveLength(1);
  });

  it('fills every seat, makes no votes, and knows neither order nor name', () => {
    const orders = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 });
    fc.assert(
      fc.property(rankings, fc.integer({ min: 1, max: 5 }), orders, (profile, seats, order) => {
        const count = countScottishStv(profile, seats, byNumber);
        const elected = count.seats.map(({ option }) => option);
        expect(new Set(elected).size).toBe(seats);
        const other = renamed({ ...profile, ballots: profile.ballots.toReversed() }, order);
        const otherElected = countScottishStv(other, seats, byNumber).seats.map(({ option }) => option);
        expect(numbersOf(other, otherElected)).toEqual(numbersOf(profile, elected));
        expect(countScottishStv(mergeBallots(profile), seats, byNumber).stages).toEqual(count.stages);
        for (const { votes, nonTransferable } of count.stages) {
          const units = [...votes.values()].reduce((sum, each) => sum + each, nonTransferable);
          expect(units).toBeLessThanOrEqual(count.valid * UNITS_PER_VOTE);
        }
      }),
    );
  });

  it('gives a group its seats: more than a quota that all rank one set first elects one of it', () => {
    fc.assert(
      fc.property(rankings, (profile) => {
        const { quota, seats } = countScottishStv(profile, 2, byNumber);
        const solid = profile.ballots.filter(({ choices }) => choices[0] !== undefined && choices[0] <= 1);
        const loyal = solid.filter(({ choices }) => choices.length > 1 && (choices[1] ?? 9) <= 1);
        const weight = loyal.reduce((sum, ballot) => sum + ballot.weight, 0);
        if (weight >= quota) expect(seats.some(({ option }) => option <= 1)).toBe(true);
      }),
    );
  });
});
