import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, type Fraction, fraction, plus, times, ZERO } from '#app/kernel/fraction.ts';
import { bySmallerId } from '#app/kernel/lots.ts';
import type { Profile } from '../profile.ts';
import { type Completion, countEqualShares, type EqualSharesTerms } from './count-equal-shares.ts';
import { slowEqualShares } from './equal-shares.testing.ts';
import { smallVotes } from './small-votes.testing.ts';

const terms: EqualSharesTerms = {
  support: 'approvals',
  completion: 'none',
  isUtilitarian: false,
  increment: fraction(1),
  start: 'share',
};

const costIn = (profile: Profile, chosen: readonly number[]) =>
  chosen.map((option) => profile.options[option]?.cost ?? ZERO).reduce(plus, ZERO);

/** The definition, run by run; null where no run ever costs too much. */
function slowCompletion(profile: Profile, completion: Completion, increment: Fraction): readonly number[] | null {
  const budget = profile.budget ?? ZERO;
  const voters = profile.ballots.reduce((sum, { weight }) => sum + weight, 0);
  let endowment = times(budget, fraction(1, voters));
  let before: readonly number[] = [];
  for (let run = 0; run < 200; run += 1) {
    const { chosen } = slowEqualShares(profile, 'approvals', endowment);
    const cost = costIn(profile, chosen);
    if (compare(cost, budget) > 0) return before;
    const wanted = profile.options.flatMap(({ cost: each }, option) => {
      const isWanted = profile.ballots.some(({ choices }) => choices.includes(option)) && !chosen.includes(option);
      return isWanted && compare(plus(cost, each ?? ZERO), budget) <= 0 ? [option] : [];
    });
    if (completion === 'add1e' && wanted.length === 0) return chosen;
    before = chosen;
    endowment = plus(endowment, increment);
  }
  return null;
}

describe('giving everybody more until the money is spent', () => {
  it.each(['add1', 'add1e'] as const)('stops where the definition stops: %s', (completion) => {
    const increments = fc.constantFrom(fraction(1), fraction(1, 3), fraction(5, 2));
    fc.assert(
      fc.property(smallVotes, increments, (profile, increment) => {
        const slow = slowCompletion(profile, completion, increment);
        const quick = countEqualShares(profile, { ...terms, completion, increment }, bySmallerId);
        expect(compare(quick.cost, profile.budget ?? ZERO)).toBeLessThanOrEqual(0);
        if (slow !== null && quick.stopped !== 'money for everything') expect(quick.chosen).toEqual(slow);
        else expect(quick.stopped).toBe('money for everything');
      }),
      { numRuns: 300 },
    );
  });

  it('takes everything where there is money for everything, also what nobody chose', () => {
    const profile: Profile = {
      kind: 'approval',
      options: ['choir', 'garden', 'swing'].map((name, at) => ({ id: String(at), name, cost: fraction(3) })),
      ballots: [{ weight: 2, choices: [1], points: null }],
      pointScale: 1,
      budget: fraction(9),
      seats: null,
    };
    const all = countEqualShares(profile, { ...terms, completion: 'add1' }, bySmallerId);
    expect(all).toMatchObject({ chosen: [1, 0, 2], stopped: 'money for everything' });
    const short = countEqualShares({ ...profile, budget: fraction(8) }, { ...terms, completion: 'add1' }, bySmallerId);
    expect(short.chosen).toEqual([1]);
    expect(countEqualShares(profile, terms, bySmallerId).chosen).toEqual([1]);
  });

  it('goes on by support with what is left, where that is asked for', () => {
    fc.assert(
      fc.property(smallVotes, (profile) => {
        const plain = countEqualShares(profile, terms, bySmallerId);
        const more = countEqualShares(profile, { ...terms, isUtilitarian: true }, bySmallerId);
        expect(more.chosen.slice(0, plain.chosen.length)).toEqual(plain.chosen);
        expect(compare(more.cost, profile.budget ?? ZERO)).toBeLessThanOrEqual(0);
        expect(more.cost).toEqual(costIn(profile, more.chosen));
        const left = profile.options.filter((_, option) => !more.chosen.includes(option));
        for (const { cost } of left) expect(compare(plus(more.cost, cost ?? ZERO), profile.budget ?? ZERO)).toBe(1);
      }),
      { numRuns: 500 },
    );
  });

  it('can begin with whole units of the currency', () => {
    const profile: Profile = {
      kind: 'approval',
      options: [{ id: '1', name: 'choir', cost: fraction(10) }],
      ballots: [{ weight: 3, choices: [0], points: null }],
      pointScale: 1,
      budget: fraction(10),
      seats: null,
    };
    expect(countEqualShares(profile, terms, bySmallerId).endowment).toEqual(fraction(10, 3));
    const whole = countEqualShares(profile, { ...terms, start: 'whole' }, bySmallerId);
    expect(whole).toMatchObject({ endowment: fraction(3), chosen: [] });
  });
});
