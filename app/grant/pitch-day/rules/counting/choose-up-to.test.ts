import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseUpTo } from './choose-up-to.ts';
import { smallVotes } from './equal-shares/small-votes.testing.ts';
import { ballotsIn } from './profile.ts';

describe('choosing up to so many', () => {
  it('leaves out what chooses more, whatever its weight, and nothing else', () => {
    fc.assert(
      fc.property(smallVotes, fc.integer({ min: 1, max: 4 }), (profile, max) => {
        const { profile: limited, overfull } = chooseUpTo(profile, max);
        expect(ballotsIn(limited) + overfull).toBe(ballotsIn(profile));
        expect(limited.ballots).toEqual(profile.ballots.filter(({ choices }) => choices.length <= max));
        expect({ ...limited, ballots: [] }).toEqual({ ...profile, ballots: [] });
      }),
    );
  });

  it('keeps an empty ballot, and one that chooses just as many', () => {
    const ballots = [[], [0, 1], [0, 1, 2]].map((choices) => ({ weight: 2, choices, points: null }));
    const profile = { kind: 'approval' as const, options: [], ballots, pointScale: 1, budget: null, seats: null };
    const { profile: limited, overfull } = chooseUpTo(profile, 2);
    expect(limited.ballots.map(({ choices }) => choices.length)).toEqual([0, 2]);
    expect(overfull).toBe(2);
  });
});
