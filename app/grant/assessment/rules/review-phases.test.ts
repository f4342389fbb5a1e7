import { describe, expect, it } from 'vitest';
import { DAY } from '#app/kernel/instant.ts';
import { type Phase, phaseAt, reviewRulesAt, WITHOUT_PHASES } from './review-phases.ts';

const blind: Phase = {
  id: 'blind',
  name: 'Score without names',
  startsAt: 10 * DAY,
  endsAt: 20 * DAY,
  allows: 'score',
  names: 'hidden',
  others: 'never',
  reviewerNames: false,
  scope: 'assigned',
  recordings: 'all',
};
const open: Phase = {
  ...blind,
  id: 'open',
  name: 'Read with names',
  startsAt: 22 * DAY,
  endsAt: 30 * DAY,
  allows: 'read',
  names: 'shown',
  others: 'always',
  reviewerNames: true,
  scope: 'all',
  recordings: 'sound',
};
const phases = [open, blind];

describe('the active phase', () => {
  it('begins with its first moment and ends before its last', () => {
    const named = (at: number) => phaseAt(phases, at)?.id ?? null;
    expect([10 * DAY - 1, 10 * DAY, 20 * DAY - 1, 20 * DAY].map(named)).toEqual([null, 'blind', 'blind', null]);
  });
});

describe('what members may do and see', () => {
  it('is what it always was where nobody has made phases', () => {
    expect(reviewRulesAt([], 0)).toEqual(WITHOUT_PHASES);
  });
  it('is what the active phase says', () => {
    expect(reviewRulesAt(phases, 25 * DAY)).toEqual({
      allows: 'read',
      names: 'shown',
      others: 'always',
      reviewerNames: true,
      scope: 'all',
      recordings: 'sound',
    });
  });
  it('is nothing before the first phase', () => {
    expect(reviewRulesAt(phases, 10 * DAY - 1)).toMatchObject({ allows: 'nothing', names: 'hidden' });
  });
  it('is reading between two phases and after the last, with the eyes of the one before', () => {
    expect(reviewRulesAt(phases, 21 * DAY)).toMatchObject({ allows: 'read', names: 'hidden', others: 'never' });
    expect(reviewRulesAt(phases, 30 * DAY)).toMatchObject({ allows: 'read', names: 'shown', others: 'always' });
  });
  it('sends no recording where names are hidden, whatever was ticked: people say their names', () => {
    expect(reviewRulesAt(phases, 15 * DAY).recordings).toBe('transcript');
    expect(reviewRulesAt([{ ...blind, names: 'shown' }], 15 * DAY).recordings).toBe('all');
  });
});
