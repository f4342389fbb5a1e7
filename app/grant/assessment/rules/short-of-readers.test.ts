import { describe, expect, it } from 'vitest';
import { shortOf } from './short-of-readers.ts';

const promised = { reviews: 3, shareMinPercent: 34 };

describe('what an application lacks when scoring is to end', () => {
  it('is nothing where as many have read it as were promised, and enough of them are participants', () => {
    expect(shortOf({ sheets: 3, byParticipants: 2 }, promised)).toBeNull();
    expect(shortOf({ sheets: 4, byParticipants: 2 }, promised)).toBeNull();
    expect(shortOf({ sheets: 3, byParticipants: 1 }, { ...promised, shareMinPercent: 33 })).toBeNull();
  });

  it('is each sheet that is missing', () => {
    expect(shortOf({ sheets: 2, byParticipants: 1 }, promised)).toEqual({ missing: 1, isBelowShare: false });
    expect(shortOf({ sheets: 0, byParticipants: 0 }, promised)).toEqual({ missing: 3, isBelowShare: false });
  });

  it('is the share of participants, one percent below it', () => {
    expect(shortOf({ sheets: 3, byParticipants: 1 }, promised)).toEqual({ missing: 0, isBelowShare: true });
    expect(shortOf({ sheets: 1, byParticipants: 0 }, promised)).toEqual({ missing: 2, isBelowShare: true });
  });
});
