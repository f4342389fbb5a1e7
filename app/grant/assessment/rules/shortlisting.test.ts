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
  it('takes whoever is clear of the line and whom the lots have chosen, where lots were drawn', () => {
    const drawn = [
      { applicationId: 'clear', rank: 1, group: 'above' as const },
      { applicationId: 'lucky', rank: 3, group: 'reaches' as const },
      { applicationId: 'unlucky', rank: 2, group: 'reaches' as const },
      { applicationId: 'far', rank: 4, group: 'below' as const },
    ];
    expect([...proposeShortlist(drawn, 2, new Set(['lucky']))]).toEqual(['clear', 'lucky']);
    expect([...proposeShortlist(drawn, 2)]).toEqual(['clear', 'unlucky']);
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
