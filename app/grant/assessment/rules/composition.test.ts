import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compositionOf, type MemberKind, type MemberState } from './composition.ts';

function seats(kind: MemberKind, count: number, state: MemberState = 'accepted') {
  return Array.from({ length: count }, () => ({ kind, state }));
}

describe('the share of participants on a panel', () => {
  it('is reached exactly at the promised percent', () => {
    expect(compositionOf([...seats('participant', 1), ...seats('staff', 3)], 25).isMet).toBe(true);
    expect(compositionOf([...seats('participant', 1), ...seats('staff', 3)], 26).isMet).toBe(false);
  });

  it('takes one of three for 33 percent and not for 34', () => {
    expect(compositionOf([...seats('participant', 1), ...seats('funder', 2)], 33).isMet).toBe(true);
    expect(compositionOf([...seats('participant', 1), ...seats('funder', 2)], 34).isMet).toBe(false);
  });

  it('shows the share rounded down, never one that was not reached', () => {
    expect(compositionOf([...seats('participant', 1), ...seats('expert', 2)], 34).sharePercent).toBe(33);
  });

  it('counts only those who said yes and stayed', () => {
    const composition = compositionOf(
      [
        ...seats('participant', 1),
        ...seats('participant', 1, 'invited'),
        ...seats('participant', 1, 'declined'),
        ...seats('participant', 1, 'left'),
        ...seats('staff', 3),
      ],
      33,
    );
    expect(composition).toMatchObject({ accepted: 4, participants: 1, isMet: false, participantsMissing: 1 });
  });

  it('is never reached by an empty panel, even where no share was promised', () => {
    expect(compositionOf([], 0)).toMatchObject({ isMet: false, participantsMissing: 1, sharePercent: 0 });
  });

  it('is reached by anybody where no share was promised', () => {
    expect(compositionOf(seats('staff', 1), 0)).toMatchObject({ isMet: true, participantsMissing: 0 });
  });

  it('cannot be put right by inviting when only participants were promised', () => {
    expect(compositionOf([...seats('participant', 3), ...seats('staff', 1)], 100).participantsMissing).toBeNull();
    expect(compositionOf(seats('participant', 3), 100)).toMatchObject({ isMet: true, participantsMissing: 0 });
  });

  it('says how many more would do, and one fewer would not', () => {
    fc.assert(
      fc.property(fc.nat(8), fc.nat(8), fc.integer({ min: 0, max: 99 }), (participants, others, share) => {
        const members = [...seats('participant', participants), ...seats('staff', others)];
        const missing = compositionOf(members, share).participantsMissing ?? 0;
        expect(compositionOf([...members, ...seats('participant', missing)], share).isMet).toBe(true);
        if (missing > 0)
          expect(compositionOf([...members, ...seats('participant', missing - 1)], share).isMet).toBe(false);
      }),
    );
  });
});
