import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fraction } from '#app/kernel/fraction.ts';
import { parseDecimal } from './decimal.ts';
import type { Method } from './methods.ts';
import { type RankOptions, rankBy } from './rank-by.ts';
import { tableOf } from './ratings.ts';
import type { CriterionScore } from './scores.ts';
import { standardised } from './standardised.ts';
import { trimmedMeanCenti } from './trimmed-mean.ts';

const OPTIONS: RankOptions = { weights: new Map(), scale: { min: 1, max: 5 }, fundable: 3, seed: 'a seed' };

/** Bo is harsh, Chidi is kind, and Dana says what they think. */
const REVIEWERS = ['Bo', 'Chidi', 'Dana'];
const APPLICATIONS = ['bakery', 'choir', 'garden', 'kitchen', 'radio', 'sewing'];

/** Scores from 1 to 5, application by application. */
function panelOf(scores: readonly (readonly number[])[]): CriterionScore[] {
  return scores.flatMap((row, at) =>
    row.map((score, reviewer) => ({
      application: APPLICATIONS[at] ?? '',
      reviewer: REVIEWERS[reviewer] ?? '',
      criterion: '',
      score: fraction(score),
    })),
  );
}

const SCORES = panelOf([
  [2, 4, 3],
  [1, 3, 2],
  [3, 5, 5],
  [2, 5, 4],
  [1, 2, 1],
  [4, 5, 5],
]);

function ranked(method: Method, scores: readonly CriterionScore[] = SCORES, options = OPTIONS) {
  const ranking = rankBy(method, scores, options);
  if (!ranking.ok) throw new Error(ranking.reason);
  return ranking.value;
}

const anyPanel = fc
  .array(fc.tuple(...REVIEWERS.map(() => fc.integer({ min: 1, max: 5 }))), { minLength: 6, maxLength: 6 })
  .map(panelOf);

describe('ranking by any method', () => {
  it.each(['mean', 'trimmed', 'z'] as const)('takes no notice of the order of the rows: %s', (method) => {
    fc.assert(
      fc.property(
        anyPanel.chain((scores) => fc.tuple(fc.constant(scores), fc.shuffledSubarray(scores, { minLength: 18 }))),
        ([scores, shuffled]) => {
          expect(ranked(method, shuffled)).toEqual(ranked(method, scores));
        },
      ),
    );
  });

  it('takes no notice of it in what it draws either, and draws the same for the same seed', () => {
    expect(ranked('bayes', SCORES.toReversed())).toEqual(ranked('bayes'));
    const other = ranked('bayes', SCORES, { ...OPTIONS, seed: 'another' });
    expect(other).not.toEqual(ranked('bayes'));
    expect(other.applications.map(({ application }) => application)).toEqual(
      ranked('bayes').applications.map(({ application }) => application),
    );
  });

  it('puts equals on one rank, between the places they take', () => {
    const equals = panelOf([
      [5, 5, 5],
      [3, 3, 3],
      [3, 3, 3],
      [2, 2, 2],
      [2, 2, 2],
      [2, 2, 2],
    ]);
    expect(ranked('mean', equals).applications.map(({ rank }) => rank)).toEqual([1, 2.5, 2.5, 5, 5, 5]);
  });

  it('draws the line through equals that share its place', () => {
    const equals = panelOf([
      [5, 5, 5],
      [3, 3, 3],
      [3, 3, 3],
      [3, 3, 3],
      [2, 2, 2],
      [2, 2, 2],
    ]);
    const { applications, toChoose } = ranked('mean', equals);
    expect(applications.map(({ group }) => group)).toEqual([
      'above',
      'reaches',
      'reaches',
      'reaches',
      'below',
      'below',
    ]);
    expect(toChoose).toBe(2);
    expect(ranked('mean', equals, { ...OPTIONS, fundable: 4 }).toChoose).toBeNull();
  });

  it('weighs the criteria of a sheet, and scales them up where one could not be judged', () => {
    const sheet = (criterion: string, score: number) => ({
      application: 'garden',
      reviewer: 'Bo',
      criterion,
      score: fraction(score),
    });
    const weights = new Map([
      ['need', fraction(3)],
      ['plan', fraction(1)],
    ]);
    const mean = (...scores: CriterionScore[]) => ranked('mean', scores, { ...OPTIONS, weights }).applications[0]?.mean;
    expect(mean(sheet('need', 5), sheet('plan', 1))).toBe(4);
    expect(mean(sheet('plan', 1))).toBe(1);
  });
});

describe('standardised scores', () => {
  it('rank alike, however one reviewer shifts or stretches their scale', () => {
    fc.assert(
      fc.property(
        anyPanel,
        fc.constantFrom(...REVIEWERS),
        fc.double({ min: 0.1, max: 20, noNaN: true }),
        fc.double({ min: -50, max: 50, noNaN: true }),
        (scores, reviewer, factor, shift) => {
          const ratings = scores.map((row) => ({ ...row, value: Number(row.score.numerator) }));
          const moved = ratings.map((row) =>
            row.reviewer === reviewer ? { ...row, value: row.value * factor + shift } : row,
          );
          const [before, after] = [standardised(tableOf(ratings)), standardised(tableOf(moved))];
          for (const [at, value] of before.entries()) expect(after[at]).toBeCloseTo(value, 6);
        },
      ),
    );
  });

  it('count someone who gave the same to all as saying nothing', () => {
    const values = standardised(
      tableOf([
        { application: 'choir', reviewer: 'Bo', value: 4 },
        { application: 'garden', reviewer: 'Bo', value: 4 },
        { application: 'choir', reviewer: 'Dana', value: 1 },
        { application: 'garden', reviewer: 'Dana', value: 3 },
      ]),
    );
    expect(values[0]).toBeCloseTo(-Math.SQRT1_2 / 2);
    expect(values[1]).toBeCloseTo(Math.SQRT1_2 / 2);
  });

  it('takes no last digit of a mean for a spread: six equal ratings need not have themselves as their mean', () => {
    const EQUAL = 3.3;
    expect(APPLICATIONS.map(() => EQUAL).reduce((sum, value) => sum + value, 0) / 6).not.toBe(EQUAL);
    const rows = APPLICATIONS.map((application) => ({ application, reviewer: 'Bo', value: EQUAL }));
    for (const value of standardised(tableOf(rows))) expect(value).toBe(0);
  });
});

describe('trimming', () => {
  const exact = (texts: string[]) =>
    texts.map((text) => {
      const score = parseDecimal(text);
      if (score === null) throw new Error(`${text} is a score`);
      return score;
    });

  it('drops one of the highest and one of the lowest only', () => {
    expect(trimmedMeanCenti(exact(['5', '5', '1', '1', '3']))).toBe(300);
  });

  it('rounds halves up in decimals, where binary numbers would round down', () => {
    expect(trimmedMeanCenti(exact(['0', '1.01', '1.00', '9']))).toBe(101);
  });

  it('is refused where nothing would be left, also of a criterion that nobody could judge', () => {
    expect(rankBy('trimmed', SCORES.slice(0, 2), OPTIONS)).toEqual({ ok: false, reason: 'too-few-to-trim' });
    const plans = SCORES.filter(({ application }) => application !== 'choir').map((row) => ({
      ...row,
      criterion: 'plan',
    }));
    expect(rankBy('trimmed', [...SCORES, ...plans], OPTIONS)).toEqual({ ok: false, reason: 'too-few-to-trim' });
  });
});

describe('the model', () => {
  it('finds who is harsh and who is kind, and says how sure it is', () => {
    const { reviewers, applications, convergence } = ranked('bayes');
    const severity = Object.fromEntries(reviewers.map((row) => [row.reviewer, row]));
    expect(severity.Bo?.severity).toBeLessThan(-0.2);
    expect(severity.Chidi?.severity).toBeGreaterThan(0.2);
    expect(severity.Bo?.severity90?.to).toBeLessThan(severity.Chidi?.severity90?.from ?? NaN);
    expect(applications.map(({ application }) => application)).toEqual([
      'sewing',
      'garden',
      'kitchen',
      'bakery',
      'choir',
      'radio',
    ]);
    for (const { rank50, rank90, expectedRank, probabilityAbove } of applications) {
      expect(rank90?.from).toBeLessThanOrEqual(rank50?.from ?? NaN);
      expect(rank90?.to).toBeGreaterThanOrEqual(rank50?.to ?? NaN);
      expect(expectedRank).toBeGreaterThanOrEqual(rank90?.from ?? NaN);
      expect(probabilityAbove).toBeGreaterThanOrEqual(0);
      expect(probabilityAbove).toBeLessThanOrEqual(1);
    }
    expect(applications.reduce((sum, { probabilityAbove }) => sum + (probabilityAbove ?? NaN), 0)).toBeCloseTo(3, 6);
    expect(applications.reduce((sum, { expectedRank }) => sum + (expectedRank ?? NaN), 0)).toBeCloseTo(21, 3);
    expect(convergence?.rHat).toBeLessThanOrEqual(1.01);
  });

  it('gives one rank to those of whom it was told the same', () => {
    const twins = SCORES.map((row) => (row.application === 'choir' ? { ...row, application: 'dance' } : row));
    const scores = [...SCORES, ...twins.filter(({ application }) => application === 'dance')];
    const ranks = new Map(ranked('bayes', scores).applications.map(({ application, rank }) => [application, rank]));
    expect(ranks.get('dance')).toBe(ranks.get('choir'));
  });

  it('refuses scores that the scale does not have', () => {
    expect(rankBy('bayes', SCORES, { ...OPTIONS, scale: { min: 1, max: 4 } })).toEqual({
      ok: false,
      reason: 'off-scale',
    });
  });

  it.each([
    ['few-applications', SCORES.filter(({ application }) => application < 'radio')],
    ['few-ratings', SCORES.filter((row) => row.application !== 'radio' || row.reviewer === 'Dana')],
    ['short-reviewers', [...SCORES, { ...SCORES[0], reviewer: 'Efua' } as CriterionScore]],
    [
      'apart',
      [
        ...SCORES,
        ...SCORES.map((row) => ({ ...row, application: `${row.application} two`, reviewer: `${row.reviewer} two` })),
      ],
    ],
  ])('says why it compares nobody, and leaves the plain mean: %s', (reason, scores) => {
    const ranking = ranked('bayes', scores);
    expect(ranking.notComparable).toEqual([reason]);
    expect(ranking.method).toBe('mean');
    expect(ranking.applications.every(({ expectedRank }) => expectedRank === null)).toBe(true);
  });
});
