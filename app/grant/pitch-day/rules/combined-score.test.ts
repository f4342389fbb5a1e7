import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, fraction, plus, toDecimal } from '#app/kernel/fraction.ts';
import { bySmallerId } from '#app/kernel/lots.ts';
import { type CombinedRule, combineScores, hasMinimumSupport } from './combined-score.ts';

const rule: CombinedRule = {
  panelPercent: 60,
  publicPercent: 40,
  panelScale: { min: 1, max: 5 },
  minimumSupportPercent: 10,
};

describe('combining panel and public', () => {
  it('follows the published formula', () => {
    const [amina] = combineScores(rule, [{ id: 'amina', panelMean: fraction(4), approvals: 30 }], 40, bySmallerId);
    // 60 × (4 − 1) / (5 − 1) + 40 × 30 / 40
    expect(amina?.shown).toEqual({ panel: '45.00', public: '30.00', total: '75.00' });
  });

  it('counts what a ranked vote earned in place of the share of the ballots, and asks for support as ever', () => {
    const contenders = [
      { id: 'elected', panelMean: fraction(1), approvals: 5, earned: fraction(1) },
      { id: 'nearly', panelMean: fraction(1), approvals: 40, earned: fraction(2, 3) },
      { id: 'unknown', panelMean: fraction(1), approvals: 3, earned: fraction(0) },
    ];
    const ranked = combineScores(rule, contenders, 40, bySmallerId);
    expect(ranked.map(({ id, shown, hasSupport }) => [id, shown.public, hasSupport])).toEqual([
      ['elected', '40.00', true],
      ['nearly', '26.67', true],
      ['unknown', '0.00', false],
    ]);
    const tooMuch = [{ id: 'elected', panelMean: fraction(1), approvals: 5, earned: fraction(41, 40) }];
    expect(() => combineScores(rule, tooMuch, 40, bySmallerId)).toThrow('all of the vote');
  });

  it('ranks by the exact sum, where rounding would see a tie', () => {
    const contenders = [
      { id: 'amina', panelMean: fraction(3), approvals: 1 },
      { id: 'bilal', panelMean: plus(fraction(3), fraction(1, 10n ** 30n)), approvals: 1 },
    ];
    const ranked = combineScores(rule, contenders, 3, bySmallerId);
    expect(ranked.map((entry) => entry.id)).toEqual(['bilal', 'amina']);
    expect(ranked[0]?.tiedWith).toEqual([]);
    expect(ranked[0]?.shown.total).toBe(ranked[1]?.shown.total);
  });

  it('ties what is exactly equal by different ways, and lets the tie rule decide', () => {
    // 15 panel points are worth as much as 15 public points: 60 × 1/4 = 40 × 3/8.
    const contenders = [
      { id: 'bilal', panelMean: fraction(2), approvals: 6 },
      { id: 'amina', panelMean: fraction(3), approvals: 3 },
    ];
    const ranked = combineScores(rule, contenders, 8, bySmallerId);
    expect(ranked.map(({ id, rank, tiedWith }) => [id, rank, tiedWith])).toEqual([
      ['amina', 1, ['bilal']],
      ['bilal', 2, ['amina']],
    ]);
  });

  it('puts whoever lacks the minimum support last, and exactly the minimum is enough', () => {
    const contenders = [
      { id: 'loved-by-panel', panelMean: fraction(5), approvals: 9 },
      { id: 'just-enough', panelMean: fraction(1), approvals: 10 },
    ];
    const ranked = combineScores(rule, contenders, 100, bySmallerId);
    expect(ranked.map(({ id, hasSupport }) => [id, hasSupport])).toEqual([
      ['just-enough', true],
      ['loved-by-panel', false],
    ]);
  });

  it('asks for exactly that part of the ballots, and of nobody where none is asked', () => {
    expect(hasMinimumSupport(1, 3, 33)).toBe(true);
    expect(hasMinimumSupport(1, 3, 34)).toBe(false);
    expect(hasMinimumSupport(0, 0, 1)).toBe(false);
    expect(hasMinimumSupport(0, 0, 0)).toBe(true);
  });

  it('works without ballots, where only a minimum of zero is met', () => {
    const contenders = [{ id: 'amina', panelMean: fraction(5), approvals: 0 }];
    expect(combineScores(rule, contenders, 0, bySmallerId)[0]).toMatchObject({
      hasSupport: false,
      shown: { total: '60.00' },
    });
    expect(combineScores({ ...rule, minimumSupportPercent: 0 }, contenders, 0, bySmallerId)[0]?.hasSupport).toBe(true);
  });

  it('refuses shares that do not make 100 and scores off the scale', () => {
    expect(() => combineScores({ ...rule, panelPercent: 61 }, [], 0, bySmallerId)).toThrow('100 percent');
    const off = [{ id: 'amina', panelMean: fraction(51, 10), approvals: 0 }];
    expect(() => combineScores(rule, off, 0, bySmallerId)).toThrow('scale');
    expect(() => combineScores(rule, [{ id: 'a', panelMean: fraction(1), approvals: 2 }], 1, bySmallerId)).toThrow(
      'approvals',
    );
  });

  it('gives everyone one rank and never depends on the order of the list', () => {
    const contender = fc.record({ panelMean: fc.integer({ min: 10, max: 50 }), approvals: fc.nat(20) });
    fc.assert(
      fc.property(fc.array(contender, { maxLength: 8 }), (list) => {
        const contenders = list.map((entry, index) => ({
          id: `${index}`,
          panelMean: fraction(entry.panelMean, 10),
          approvals: entry.approvals,
        }));
        const ranked = combineScores(rule, contenders, 20, bySmallerId);
        expect(combineScores(rule, contenders.toReversed(), 20, bySmallerId)).toEqual(ranked);
        expect(ranked.map((entry) => entry.rank)).toEqual(list.map((_, index) => index + 1));
        for (const entry of ranked) {
          expect(compare(plus(entry.panelPoints, entry.publicPoints), entry.points)).toBe(0);
          expect(compare(entry.points, fraction(100))).toBeLessThanOrEqual(0);
        }
      }),
    );
  });
});

describe('writing a fraction', () => {
  it('rounds halves up at the last decimal', () => {
    expect(toDecimal(fraction(1, 8), 2)).toBe('0.13');
    expect(toDecimal(fraction(124, 1000), 2)).toBe('0.12');
    expect(toDecimal(fraction(1999, 1000), 2)).toBe('2.00');
    expect(toDecimal(fraction(5, 2), 0)).toBe('3');
  });

  it('keeps lowest terms and a positive denominator', () => {
    expect(fraction(6, -4)).toEqual({ numerator: -3n, denominator: 2n });
    expect(fraction(0, 7)).toEqual({ numerator: 0n, denominator: 1n });
    expect(() => fraction(1, 0)).toThrow('zero');
  });
});
