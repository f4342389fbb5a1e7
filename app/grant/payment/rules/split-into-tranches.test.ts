import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINOR_MAX } from '#app/kernel/money.ts';
import { splitIntoTranches } from './split-into-tranches.ts';

const weights = fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 12 });

describe('splitting an award into tranches', () => {
  it('gives leftover pence to the largest remainders, earliest first', () => {
    expect(splitIntoTranches(300_000, [50, 30, 20])).toEqual([150_000, 90_000, 60_000]);
    expect(splitIntoTranches(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(splitIntoTranches(101, [1, 1, 1])).toEqual([34, 34, 33]);
    expect(splitIntoTranches(10, [1, 2])).toEqual([3, 7]);
    expect(splitIntoTranches(1, [1, 9])).toEqual([0, 1]);
    expect(splitIntoTranches(0, [1, 1])).toEqual([0, 0]);
    expect(splitIntoTranches(MINOR_MAX, [1, 1, 1]).reduce((sum, part) => sum + part)).toBe(MINOR_MAX);
  });
  it('adds up to exactly the award, with every part within a penny of its share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), weights, (award, shares) => {
        const parts = splitIntoTranches(award, shares);
        const total = shares.reduce((sum, share) => sum + share, 0);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(award);
        parts.forEach((part, place) => {
          expect(Math.abs(part - (award * (shares[place] ?? 0)) / total)).toBeLessThan(1);
        });
      }),
    );
  });
  it('refuses what a form must have stopped', () => {
    for (const wrong of [[], [0], [-1, 2], [1.5], [Number.NaN]]) expect(() => splitIntoTranches(1, wrong)).toThrow();
    expect(() => splitIntoTranches(-1, [1])).toThrow();
    expect(() => splitIntoTranches(0.5, [1])).toThrow();
  });
});
