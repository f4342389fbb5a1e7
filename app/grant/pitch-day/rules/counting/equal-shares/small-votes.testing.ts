import fc from 'fast-check';
import { fraction } from '#app/kernel/fraction.ts';
import type { Profile } from '../profile.ts';

/** Few options, small numbers and little variety, so that ties and exactly spent money happen all the time. */
export const smallVotes: fc.Arbitrary<Profile> = fc
  .record({
    costs: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 6 }),
    denominator: fc.constantFrom(1, 2, 7),
    ballots: fc.array(
      fc.record({
        weight: fc.integer({ min: 1, max: 4 }),
        points: fc.array(fc.nat(3), { minLength: 6, maxLength: 6 }),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    budget: fc.integer({ min: 1, max: 30 }),
  })
  .map(({ costs, denominator, ballots, budget }) => ({
    kind: 'points',
    // The id that comes first as text ("10") is not the first in the list.
    options: costs.map((cost, at) => ({ id: String(9 + at), name: `${at}`, cost: fraction(cost, denominator) })),
    ballots: ballots.map(({ weight, points }) => {
      const choices = costs.map((_, at) => at).filter((at) => (points[at] ?? 0) > 0);
      return { weight, choices, points: choices.map((at) => points[at] ?? 0) };
    }),
    pointScale: 1,
    budget: fraction(budget),
    seats: null,
  }));
