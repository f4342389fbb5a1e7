import { describe, expect, it } from 'vitest';
import { decideAccept, decideRefuse, standingOf } from './answering.ts';

const offer = { state: 'offered' as const, respondBy: 1000, agreementHash: 'aa' };
const signed = { typedName: 'Amina Yusuf', agreementHash: 'aa' };

describe('answering an offer', () => {
  it('is possible until the moment it lapses, and not in that moment', () => {
    expect(standingOf(offer, 999)).toBe('offered');
    expect(standingOf(offer, 1000)).toBe('lapsed');
    expect(decideAccept(offer, signed, 999).ok).toBe(true);
    expect(decideAccept(offer, signed, 1000)).toEqual({ ok: false, reason: 'offer-lapsed' });
    expect(decideRefuse(offer, 999).ok).toBe(true);
    expect(decideRefuse(offer, 1000)).toEqual({ ok: false, reason: 'offer-lapsed' });
  });

  it('happens once, and an accepted offer never lapses', () => {
    expect(standingOf({ ...offer, state: 'accepted' }, 5000)).toBe('accepted');
    expect(decideAccept({ ...offer, state: 'accepted' }, signed, 1)).toEqual({ ok: false, reason: 'already-answered' });
    expect(decideRefuse({ ...offer, state: 'refused' }, 5000)).toEqual({ ok: false, reason: 'already-answered' });
  });

  it('binds the words that were on the page, signed with a name', () => {
    expect(decideAccept(offer, { ...signed, agreementHash: 'ab' }, 1)).toEqual({
      ok: false,
      reason: 'agreement-changed',
    });
    expect(decideAccept(offer, { ...signed, typedName: ' ' }, 1)).toEqual({ ok: false, reason: 'name-missing' });
  });
});
