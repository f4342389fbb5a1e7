import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { panelScore, type Score, sheetMeanMilli } from './panel-score.ts';

/** The weights of the demonstration call: need, led by, doable, change. */
const WEIGHTS = [25, 30, 25, 20];

function sheet(...scores: Score[]) {
  return scores.map((score, place) => ({ weight: WEIGHTS[place] ?? 1, score }));
}

describe('the mean of one sheet', () => {
  it('weighs every criterion', () => {
    // (25·5 + 30·4 + 25·3 + 20·4) / 100 = 400 / 100
    expect(sheetMeanMilli(sheet(5, 4, 3, 4))).toBe(4000);
  });

  it('leaves out what the assessor could not judge and scales the other weights up', () => {
    // (25·4 + 30·3 + 20·2) / 75 = 230 / 75
    expect(sheetMeanMilli(sheet(4, 3, null, 2))).toBe(3067);
  });

  it('is the one score that was given, whatever it weighs', () => {
    expect(sheetMeanMilli(sheet(null, null, null, 2))).toBe(2000);
  });

  it('does not exist when nothing could be judged', () => {
    expect(sheetMeanMilli(sheet(null, null, null, null))).toBeNull();
  });
});

describe('the score of one application', () => {
  it('is the plain mean of the sheets, with their sample standard deviation', () => {
    // Bo 4, Nadia 230/75: mean 3.5333…, spread (4 − 3.0666…) / √2 = 0.65997
    expect(panelScore([sheet(5, 4, 3, 4), sheet(4, 3, null, 2)])).toEqual({
      meanMilli: 3533,
      spreadMilli: 660,
      sheets: 2,
      notJudged: 1,
    });
  });

  it('agrees with three sheets worked out by hand', () => {
    // 3.00, 4.00, 4.25: mean 3.75; squares 0.5625 + 0.0625 + 0.25 = 0.875; √(0.875 / 2) = 0.66144
    expect(panelScore([sheet(3, 3, 3, 3), sheet(4, 4, 4, 4), sheet(5, 4, 4, 4)])).toMatchObject({
      meanMilli: 3750,
      spreadMilli: 661,
      sheets: 3,
    });
  });

  it('has no spread with one sheet and a spread of nothing with two that agree', () => {
    expect(panelScore([sheet(4, 4, 4, 4)])).toMatchObject({ meanMilli: 4000, spreadMilli: null, sheets: 1 });
    expect(panelScore([sheet(4, 4, 4, 4), sheet(4, 4, 4, 4)]).spreadMilli).toBe(0);
  });

  it('counts a sheet that could judge nothing among the gaps and not among the sheets', () => {
    expect(panelScore([sheet(4, 4, 4, 4), sheet(null, null, null, null)])).toEqual({
      meanMilli: 4000,
      spreadMilli: null,
      sheets: 1,
      notJudged: 4,
    });
  });

  it('has no mean without sheets', () => {
    expect(panelScore([])).toEqual({ meanMilli: null, spreadMilli: null, sheets: 0, notJudged: 0 });
  });

  it('rounds half a thousandth up, and less than half down', () => {
    const four = [{ weight: 1, score: 4 }];
    const slightlyMore = (weight: number) => [
      { weight, score: 4 },
      { weight: 1, score: 5 },
    ];
    // Four sheets, one of them 4.01: 4.0025. Four sheets, one of them 4.005: 4.00125.
    expect(panelScore([slightlyMore(99), four, four, four]).meanMilli).toBe(4003);
    expect(panelScore([slightlyMore(199), four, four, four]).meanMilli).toBe(4001);
  });

  it('rounds half a thousandth of spread up, and less than half down', () => {
    const around = (weight: number) =>
      [3, 4, 5].map((last) => [
        { weight, score: 4 },
        { weight: 1, score: last },
      ]);
    // 3.9995, 4, 4.0005 have a standard deviation of 0.0005; 3.99975, 4, 4.00025 of 0.00025.
    expect(panelScore(around(1999)).spreadMilli).toBe(1);
    expect(panelScore(around(3999)).spreadMilli).toBe(0);
  });

  it('finds its own mistakes: a score off the scale, a weight of nothing', () => {
    expect(() => panelScore([[{ weight: 50, score: 6 }]])).toThrow('a score is 1, 2, 3, 4 or 5');
    expect(() => panelScore([[{ weight: 50, score: 0 }]])).toThrow('a score is 1, 2, 3, 4 or 5');
    expect(() => panelScore([[{ weight: 50, score: 3.5 }]])).toThrow('a score is 1, 2, 3, 4 or 5');
    expect(() => panelScore([[{ weight: 0, score: 3 }]])).toThrow('weighs a positive whole number');
  });
});

describe('any score of any application', () => {
  const sheets = fc.array(
    fc.array(
      fc.record({
        weight: fc.integer({ min: 1, max: 100 }),
        score: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    { maxLength: 12 },
  );

  it('lies between 1 and 5, and its spread between 0 and the widest two people can be apart', () => {
    fc.assert(
      fc.property(sheets, (given) => {
        const { meanMilli, spreadMilli } = panelScore(given);
        expect(meanMilli ?? 1000).toBeGreaterThanOrEqual(1000);
        expect(meanMilli ?? 5000).toBeLessThanOrEqual(5000);
        expect(spreadMilli ?? 0).toBeGreaterThanOrEqual(0);
        // √8 · 1000: one 1 and one 5.
        expect(spreadMilli ?? 0).toBeLessThanOrEqual(2828);
      }),
    );
  });

  it('does not depend on who handed in first or which criterion comes first', () => {
    fc.assert(
      fc.property(sheets, (given) => {
        const turned = given.toReversed().map((answers) => answers.toReversed());
        expect(panelScore(turned)).toEqual(panelScore(given));
      }),
    );
  });

  it('is what ordinary arithmetic says, to the last thousandth', () => {
    fc.assert(
      fc.property(sheets, (given) => {
        const means = given
          .map((answers) => answers.filter((answer) => answer.score !== null))
          .filter((answers) => answers.length > 0)
          .map(
            (answers) =>
              answers.reduce((sum, { weight, score }) => sum + weight * (score ?? 0), 0) /
              answers.reduce((sum, { weight }) => sum + weight, 0),
          );
        const mean = means.reduce((sum, value) => sum + value, 0) / means.length;
        const variance = means.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (means.length - 1);
        const { meanMilli, spreadMilli } = panelScore(given);
        if (meanMilli !== null) expect(Math.abs(meanMilli - 1000 * mean)).toBeLessThanOrEqual(0.500001);
        if (spreadMilli !== null)
          expect(Math.abs(spreadMilli - 1000 * Math.sqrt(variance))).toBeLessThanOrEqual(0.500001);
      }),
    );
  });

  it('does not change when all weights grow by the same factor', () => {
    fc.assert(
      fc.property(sheets, fc.integer({ min: 2, max: 9 }), (given, factor) => {
        const grown = given.map((answers) => answers.map(({ weight, score }) => ({ weight: weight * factor, score })));
        expect(panelScore(grown)).toEqual(panelScore(given));
      }),
    );
  });
});
