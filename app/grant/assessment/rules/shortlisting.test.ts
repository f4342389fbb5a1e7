import { describe, expect, it } from 'vitest';
import { proposeShortlist, shortlistSize } from './shortlisting.ts';

describe('proposing a shortlist', () => {
  const ranking = [
    { applicationId: 'first', rank: 1 },
    { applicationId: 'second', rank: 2 },
    { applicationId: 'twin', rank: 2 },
    { applicationId: 'fourth', rank: 4 },
    { applicationId: 'unscored', rank: null },
  ];
  it('takes the first places, and everyone who shares the last of them', () => {
    expect([...proposeShortlist(ranking, 1)]).toEqual(['first']);
    expect([...proposeShortlist(ranking, 2)]).toEqual(['first', 'second', 'twin']);
    expect([...proposeShortlist(ranking, 3)]).toEqual(['first', 'second', 'twin']);
  });
  it('never proposes what nobody could score', () => {
    expect(proposeShortlist(ranking, 99).has('unscored')).toBe(false);
  });
  it('invites a quarter more than there are awards to pitch, and without a pitch day just as many', () => {
    expect(shortlistSize({ awardsPlanned: 16, hasPitchDay: true })).toBe(20);
    expect(shortlistSize({ awardsPlanned: 3, hasPitchDay: true })).toBe(4);
    expect(shortlistSize({ awardsPlanned: 16, hasPitchDay: false })).toBe(16);
  });
});
