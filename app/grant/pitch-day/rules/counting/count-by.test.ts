import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, type Fraction, fraction, plus, ZERO } from '#app/kernel/fraction.ts';
import { bySmallerId } from '#app/kernel/lots.ts';
import { type CountOptions, countBy } from './count-by.ts';
import { smallVotes } from './equal-shares/small-votes.testing.ts';
import { countGreedy } from './greedy.ts';
import { countMostVotes } from './most-votes.ts';
import type { BallotKind, Profile } from './profile.ts';
import { totalsOf } from './totals.ts';

const options: CountOptions = {
  seats: null,
  increment: null,
  start: 'share',
  isUtilitarian: null,
  tieBreak: bySmallerId,
};

function vote(
  kind: BallotKind,
  costs: readonly (Fraction | null)[],
  ...choices: readonly (readonly number[])[]
): Profile {
  return {
    kind,
    options: costs.map((cost, at) => ({ id: String(9 + at), name: `${at}`, cost })),
    ballots: choices.map((each) => ({ weight: 1, choices: each, points: null })),
    pointScale: 1,
    budget: fraction(10),
    seats: null,
  };
}

const free = [null, null, null];

describe('counting most votes', () => {
  it('counts the first choices of rankings, and all choices of approvals', () => {
    const plurality = countBy('plurality', vote('ranking', free, [0, 1], [0, 1], [1], []), options);
    expect(plurality).toMatchObject({ ok: true, value: { count: { totals: [2, 1, 0], chosen: [0] } } });
    const approval = countBy('approval', vote('approval', free, [0, 1], [0, 1], [1], []), options);
    expect(approval).toMatchObject({ ok: true, value: { count: { totals: [2, 3, 0], chosen: [1] } } });
  });

  it('gives a ranking of three 3, 2 and 1 points', () => {
    expect(totalsOf(vote('ranking', free, [2, 0, 1], [1]), 'points')).toEqual([2, 2, 3]);
  });

  it('breaks ties by id as text, and seats nobody without votes', () => {
    const count = countMostVotes(vote('approval', free), [2, 2, 0], 3, bySmallerId);
    // "10" comes before "9".
    expect(count).toEqual({ totals: [2, 2, 0], order: [1, 0, 2], chosen: [1, 0], ties: [[1, 0]] });
  });

  it('lets nobody lose by one ballot more', () => {
    fc.assert(
      fc.property(smallVotes, fc.nat(5), (profile, at) => {
        const option = at % profile.options.length;
        const more = { ...profile, ballots: [...profile.ballots, { weight: 1, choices: [option], points: [3] }] };
        const rank = (one: Profile) =>
          countMostVotes(one, totalsOf(one, 'points'), 1, bySmallerId).order.indexOf(option);
        expect(rank(more)).toBeLessThanOrEqual(rank(profile));
      }),
    );
  });
});

describe('a greedy budget', () => {
  const costs = [fraction(6), fraction(5), fraction(4)];

  it('skips what does not fit and goes on', () => {
    const count = countGreedy(vote('approval', costs), [3, 2, 1], 'support', fraction(10), bySmallerId);
    expect(count.steps.map(({ option, isFunded }) => [option, isFunded])).toEqual([
      [0, true],
      [1, false],
      [2, true],
    ]);
    expect(count.cost).toEqual(fraction(10));
  });

  it('can go by support for each unit of cost, what is free first', () => {
    const profile = vote('approval', [fraction(6), fraction(1), ZERO, ZERO]);
    const count = countGreedy(profile, [5, 1, 0, 1], 'support-per-cost', fraction(10), bySmallerId);
    expect(count.chosen).toEqual([3, 2, 1, 0]);
  });

  it('never spends more than there is, and leaves nothing that fits', () => {
    fc.assert(
      fc.property(smallVotes, fc.constantFrom('support' as const, 'support-per-cost' as const), (profile, by) => {
        const budget = profile.budget ?? ZERO;
        const count = countGreedy(profile, totalsOf(profile, 'points'), by, budget, bySmallerId);
        const costOf = (option: number) => profile.options[option]?.cost ?? ZERO;
        expect(count.cost).toEqual(count.chosen.map(costOf).reduce(plus, ZERO));
        expect(compare(count.cost, budget)).toBeLessThanOrEqual(0);
        const left = [...profile.options.keys()].filter((option) => !count.chosen.includes(option));
        for (const option of left) expect(compare(plus(count.cost, costOf(option)), budget)).toBe(1);
      }),
    );
  });
});

describe('what a rule refuses', () => {
  it('counts only the ballots it is made for', () => {
    const rankings = vote('ranking', free, [0, 1, 2]);
    expect(countBy('approval', rankings, options)).toEqual({ ok: false, reason: 'other-ballots' });
    expect(countBy('irv', vote('approval', free, [0]), options)).toEqual({ ok: false, reason: 'other-ballots' });
    expect(countBy('irv', vote('ranking', free), options)).toEqual({ ok: false, reason: 'no-ballots' });
    expect(countBy('irv', rankings, { ...options, seats: 2 })).toEqual({ ok: false, reason: 'one-seat-only' });
    expect(countBy('scottish_stv', rankings, { ...options, seats: 4 })).toEqual({
      ok: false,
      reason: 'too-many-seats',
    });
    expect(countBy('mes_cost', vote('approval', free, [0]), options)).toEqual({ ok: false, reason: 'no-budget' });
  });
});
