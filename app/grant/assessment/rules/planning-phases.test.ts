import { describe, expect, it } from 'vitest';
import { DAY } from '#app/kernel/instant.ts';
import { decidePhase, decideRemovingPhase, type PhaseDraft, proposedPhases } from './planning-phases.ts';
import type { Phase } from './review-phases.ts';

const draft: PhaseDraft = {
  name: 'Score without names',
  startsAt: 10 * DAY,
  endsAt: 20 * DAY,
  allows: 'score',
  names: 'hidden',
  others: 'never',
  reviewerNames: false,
  scope: 'assigned',
  recordings: 'transcript',
};
const blind: Phase = { ...draft, id: 'blind' };
const open: Phase = { ...blind, id: 'open', startsAt: 20 * DAY, endsAt: 25 * DAY, names: 'shown', recordings: 'all' };

describe('planning a phase', () => {
  it('takes one that begins when another ends', () => {
    expect(decidePhase([blind], null, open, 0).ok).toBe(true);
    expect(decidePhase([open], null, draft, 0).ok).toBe(true);
  });
  it('refuses one that would be active with another', () => {
    const overlap = { ok: false, reason: 'phases-overlap' };
    expect(decidePhase([blind], null, { ...open, startsAt: 20 * DAY - 1 }, 0)).toEqual(overlap);
    expect(decidePhase([blind, open], 'blind', { ...draft, endsAt: 20 * DAY + 1 }, 0)).toEqual(overlap);
  });
  it.each([
    ['ends when it begins', { endsAt: 10 * DAY }, 'phase-backwards'],
    ['is over', { startsAt: DAY, endsAt: 5 * DAY }, 'phase-past'],
    ['should have begun already', { startsAt: DAY }, 'phase-past'],
    ['hides names and sends recordings', { recordings: 'sound' }, 'names-are-spoken'],
  ] as const)('refuses one that %s', (_what, change, reason) => {
    expect(decidePhase([], null, { ...draft, ...change }, 5 * DAY)).toEqual({ ok: false, reason });
  });
});

describe('changing a phase', () => {
  it('changes all of one that has not begun', () => {
    expect(decidePhase([blind], 'blind', { ...draft, names: 'shown' }, 10 * DAY - 1).ok).toBe(true);
  });
  it('changes the name and the end of one that has begun, and nothing that was promised', () => {
    expect(decidePhase([blind], 'blind', { ...draft, name: 'Scoring', endsAt: 15 * DAY }, 10 * DAY).ok).toBe(true);
    for (const change of [{ names: 'shown' }, { others: 'always' }, { startsAt: 11 * DAY }] as const) {
      expect(decidePhase([blind], 'blind', { ...draft, ...change }, 10 * DAY)).toMatchObject({ reason: 'phase-begun' });
    }
  });
  it('does not end it in the past, and leaves what is over', () => {
    expect(decidePhase([blind], 'blind', { ...draft, endsAt: 12 * DAY }, 12 * DAY)).toMatchObject({
      reason: 'phase-past',
    });
    expect(decidePhase([blind], 'blind', draft, 20 * DAY)).toMatchObject({ reason: 'phase-over' });
    expect(decidePhase([open], 'blind', draft, 0)).toMatchObject({ reason: 'phase-unknown' });
  });
  it('is taken away only before it begins', () => {
    expect(decideRemovingPhase(blind, 10 * DAY - 1).ok).toBe(true);
    expect(decideRemovingPhase(blind, 10 * DAY)).toMatchObject({ reason: 'phase-begun' });
    expect(decideRemovingPhase(null, 0)).toMatchObject({ reason: 'phase-unknown' });
  });
});

describe('what is proposed', () => {
  it('may be planned as it is, one after the other', () => {
    const [alone, together] = proposedPhases(DAY, ['Alone', 'Together']);
    expect(decidePhase([], null, alone, DAY).ok).toBe(true);
    expect(decidePhase([{ ...alone, id: 'alone' }], null, together, DAY).ok).toBe(true);
    expect(together.startsAt).toBe(alone.endsAt);
  });
});
