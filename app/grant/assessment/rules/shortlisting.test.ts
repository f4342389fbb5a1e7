import { describe, expect, it } from 'vitest';
import { compositionOf } from './composition.ts';
import {
  decideShortlisting,
  proposeShortlist,
  SHORTLIST_REASON_MAX,
  type ShortlistChoice,
  shortlistSize,
} from './shortlisting.ts';

const facts = {
  panel: 'closed',
  isDecided: false,
  composition: compositionOf([{ kind: 'participant', state: 'accepted' }], 33),
  applicationIds: ['kitchen', 'garden'],
} as const;
const kitchen: ShortlistChoice = { applicationId: 'kitchen', decision: 'shortlisted', reason: 'Among the best 20.' };
const garden: ShortlistChoice = {
  applicationId: 'garden',
  decision: 'not-shortlisted',
  reason: 'Others scored higher.',
};

describe('deciding the shortlist', () => {
  it('takes one decision with a reason for every application', () => {
    expect(decideShortlisting(facts, [kitchen, garden])).toEqual({ ok: true, value: 'decided' });
  });
  it.each([
    ['not-closed', { panel: 'scoring' }],
    ['already-decided', { isDecided: true }],
    ['composition-not-met', { composition: compositionOf([{ kind: 'staff', state: 'accepted' }], 33) }],
  ] as const)('is refused: %s', (reason, change) => {
    expect(decideShortlisting({ ...facts, ...change }, [kitchen, garden])).toEqual({ ok: false, reason });
  });
  it.each([
    ['decision-missing', [kitchen]],
    ['decision-missing', [kitchen, kitchen]],
    ['decision-missing', [kitchen, garden, garden]],
    ['unknown-application', [kitchen, garden, { ...garden, applicationId: 'elsewhere' }]],
    ['reason-missing', [kitchen, { ...garden, reason: ' ' }]],
    ['reason-too-long', [kitchen, { ...garden, reason: 'x'.repeat(SHORTLIST_REASON_MAX + 1) }]],
    ['nobody-shortlisted', [{ ...kitchen, decision: 'not-shortlisted' }, garden]],
  ] as const)('is refused: %s', (reason, choices) => {
    expect(decideShortlisting(facts, choices)).toEqual({ ok: false, reason });
  });
  it('takes a reason as long as the limit', () => {
    const long = { ...garden, reason: 'x'.repeat(SHORTLIST_REASON_MAX) };
    expect(decideShortlisting(facts, [kitchen, long]).ok).toBe(true);
  });
});

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
