import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountedScore, scoresHashOf } from './counted-scores.ts';

const CRITERIA = [
  { id: 'need', weightPercent: 60 },
  { id: 'plan', weightPercent: 40 },
];

const scores = fc.uniqueArray(
  fc.record({
    applicationId: fc.constantFrom('kitchen', 'garden', 'choir'),
    memberId: fc.constantFrom('bo', 'nadia', 'helen'),
    criterionId: fc.constantFrom('need', 'plan'),
    value: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
  }),
  { selector: ({ applicationId, memberId, criterionId }) => `${applicationId} ${memberId} ${criterionId}` },
);

describe('the fingerprint of what a ranking rests on', () => {
  it('is the same in whatever order the scores come, and whether or not somebody could not judge', () => {
    fc.assert(
      fc.property(scores, (given) => {
        const hash = scoresHashOf(CRITERIA, given);
        expect(scoresHashOf(CRITERIA.toReversed(), given.toReversed())).toBe(hash);
        expect(
          scoresHashOf(
            CRITERIA,
            given.filter(({ value }) => value !== null),
          ),
        ).toBe(hash);
      }),
    );
  });

  it('is another when a score or a weight is', () => {
    const given: CountedScore[] = [{ applicationId: 'kitchen', memberId: 'bo', criterionId: 'need', value: 3 }];
    const hash = scoresHashOf(CRITERIA, given);
    const others = [
      scoresHashOf(CRITERIA, []),
      scoresHashOf(CRITERIA, [{ applicationId: 'kitchen', memberId: 'bo', criterionId: 'need', value: 4 }]),
      scoresHashOf(CRITERIA, [{ applicationId: 'kitchen', memberId: 'nadia', criterionId: 'need', value: 3 }]),
      scoresHashOf([{ id: 'need', weightPercent: 100 }], given),
    ];
    expect(new Set([hash, ...others]).size).toBe(5);
  });
});
