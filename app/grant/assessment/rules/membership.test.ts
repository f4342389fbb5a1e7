import { describe, expect, it } from 'vitest';
import { decideAnswer, decideInvite, decideLeave } from './membership.ts';

describe('inviting somebody onto a panel', () => {
  it.each([null, 'declined', 'left'] as const)('is possible for somebody whose seat is %s', (seat) => {
    expect(decideInvite({ panel: 'preparing', isManager: false, seat }).ok).toBe(true);
  });
  it('is possible while others already score, so that a seat can be filled again', () => {
    expect(decideInvite({ panel: 'scoring', isManager: false, seat: null }).ok).toBe(true);
  });
  it.each([
    ['panel-closed', { panel: 'closed', isManager: false, seat: null }],
    ['runs-the-panel', { panel: 'preparing', isManager: true, seat: null }],
    ['already-invited', { panel: 'preparing', isManager: false, seat: 'invited' }],
    ['already-invited', { panel: 'preparing', isManager: false, seat: 'accepted' }],
  ] as const)('is refused: %s', (reason, facts) => {
    expect(decideInvite(facts)).toEqual({ ok: false, reason });
  });
});

describe('answering an invitation', () => {
  it('takes yes and no for an answer', () => {
    expect(decideAnswer({ panel: 'scoring', seat: 'invited' }, 'accepted')).toEqual({ ok: true, value: 'accepted' });
    expect(decideAnswer({ panel: 'scoring', seat: 'invited' }, 'declined')).toEqual({ ok: true, value: 'declined' });
  });
  it('happens once', () => {
    expect(decideAnswer({ panel: 'preparing', seat: 'accepted' }, 'declined')).toEqual({
      ok: false,
      reason: 'already-answered',
    });
  });
  it('is too late when the panel has closed', () => {
    expect(decideAnswer({ panel: 'closed', seat: 'invited' }, 'accepted')).toEqual({
      ok: false,
      reason: 'panel-closed',
    });
  });
});

describe('leaving a panel', () => {
  it('is possible until it closes', () => {
    expect(decideLeave({ panel: 'preparing', seat: 'accepted' }).ok).toBe(true);
    expect(decideLeave({ panel: 'scoring', seat: 'accepted' }).ok).toBe(true);
    expect(decideLeave({ panel: 'closed', seat: 'accepted' })).toEqual({ ok: false, reason: 'panel-closed' });
  });
  it('is for those who sit on it', () => {
    expect(decideLeave({ panel: 'scoring', seat: 'invited' })).toEqual({ ok: false, reason: 'not-a-member' });
    expect(decideLeave({ panel: 'scoring', seat: 'left' })).toEqual({ ok: false, reason: 'not-a-member' });
  });
});
