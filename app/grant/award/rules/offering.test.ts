import { describe, expect, it } from 'vitest';
import { DAY } from '#app/kernel/instant.ts';
import { decideOfferAgain, decideReserveOffer, freeInPot, liveOffers, nextInReserve, respondBy } from './offering.ts';

const offers = [
  { state: 'accepted' as const, respondBy: 10, amountMinor: 500 },
  { state: 'refused' as const, respondBy: 10, amountMinor: 300 },
  { state: 'offered' as const, respondBy: 10, amountMinor: 200 },
];

describe('what the pot still holds', () => {
  it('counts accepted and open offers, and gets a lapsed one back', () => {
    expect(freeInPot(1000, offers, 9)).toBe(300);
    expect(freeInPot(1000, offers, 10)).toBe(500);
    expect(liveOffers(offers, 10)).toHaveLength(1);
  });
});

describe('the reserve list', () => {
  const outcomes = [
    { applicationId: 'dara', outcome: 'reserve' as const, position: 4 },
    { applicationId: 'amina', outcome: 'awarded' as const, position: 1 },
    { applicationId: 'chen', outcome: 'reserve' as const, position: 3 },
  ];

  it('goes by place and leaves out whoever has had an answer', () => {
    expect(nextInReserve(outcomes, new Set())).toBe('chen');
    expect(nextInReserve(outcomes, new Set(['chen']))).toBe('dara');
    expect(nextInReserve(outcomes, new Set(['chen', 'dara']))).toBeNull();
  });

  const facts = { isReleased: true, nextId: 'chen', liveOffers: 1, places: 2, freeMinor: 500, askedMinor: 400 };

  it('offers a free place to the next group, up to what it asked and what is left', () => {
    const offer = (amountMinor: number, more = {}) =>
      decideReserveOffer({ ...facts, ...more }, { applicationId: 'chen', amountMinor });
    expect(offer(400).ok).toBe(true);
    expect(offer(401)).toEqual({ ok: false, reason: 'amount-above-asked' });
    expect(offer(0)).toEqual({ ok: false, reason: 'amount-missing' });
    expect(offer(400, { freeMinor: 400 }).ok).toBe(true);
    expect(offer(400, { freeMinor: 399 })).toEqual({ ok: false, reason: 'pot-exceeded' });
    expect(offer(400, { liveOffers: 2 })).toEqual({ ok: false, reason: 'no-place-free' });
    expect(offer(400, { nextId: 'dara' })).toEqual({ ok: false, reason: 'not-next' });
    expect(offer(400, { isReleased: false })).toEqual({ ok: false, reason: 'not-released' });
  });
});

describe('offering again', () => {
  const offer = { state: 'offered' as const, respondBy: 10, amountMinor: 200 };
  const facts = { liveOffers: 1, places: 2, freeMinor: 200 };

  it('gives two weeks', () => {
    expect(respondBy(5)).toBe(5 + 14 * DAY);
  });

  it('is for offers that lapsed, while their place and money are still there', () => {
    expect(decideOfferAgain(offer, facts, 10).ok).toBe(true);
    expect(decideOfferAgain(offer, facts, 9)).toEqual({ ok: false, reason: 'not-lapsed' });
    expect(decideOfferAgain(offer, { ...facts, freeMinor: 199 }, 10)).toEqual({ ok: false, reason: 'pot-exceeded' });
    expect(decideOfferAgain(offer, { ...facts, liveOffers: 2 }, 10)).toEqual({ ok: false, reason: 'no-place-free' });
  });
});
