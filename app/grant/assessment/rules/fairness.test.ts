import { describe, expect, it } from 'vitest';
import { type FairnessValue, fairnessOf, standsOut } from './fairness.ts';
import { studentQuantile } from './ranking/student-quantile.ts';

function scored(group: string, ...values: number[]): FairnessValue[] {
  return values.map((value) => ({ dimension: 'form', group, value }));
}

const TEN = [2, 2.5, 3, 3, 3.5, 3.5, 4, 4, 4.5, 5];

describe('the quantile of Student’s t', () => {
  it('is what tables say', () => {
    // From the usual table of the 97.5 % quantile.
    for (const [freedom, quantile] of [
      [9, 2.262],
      [10, 2.228],
      [14, 2.145],
      [20, 2.086],
      [30, 2.042],
      [120, 1.98],
    ] as const) {
      expect(studentQuantile(freedom)).toBeCloseTo(quantile, 3);
    }
  });
});

describe('checking scores for fairness', () => {
  it('gives the mean of a group with its 95 % interval', () => {
    const [group] = fairnessOf(scored('written', ...TEN)).form;
    // Mean 3.5, standard deviation 0.9129 (squares 7.5 / 9), error 0.2887, and 2.262 errors each way.
    expect(group).toMatchObject({ group: 'written', count: 10, mean: 3.5, difference: null });
    expect(group?.mean95?.from).toBeCloseTo(3.5 - 2.262 * 0.28868, 3);
    expect(group?.mean95?.to).toBeCloseTo(3.5 + 2.262 * 0.28868, 3);
  });

  it('says nothing of a group under ten, and nothing against it', () => {
    const { form } = fairnessOf([...scored('written', ...TEN), ...scored('spoken', ...TEN.slice(1))]);
    expect(form).toMatchObject([
      { group: 'spoken', count: 9, mean: null, mean95: null, difference: null, difference95: null },
      { group: 'written', count: 10, mean: 3.5, difference: null, difference95: null },
    ]);
  });

  it('says by how much two groups of ten differ, and whether chance explains it', () => {
    const alike = fairnessOf([...scored('written', ...TEN), ...scored('spoken', ...TEN.map((value) => value - 0.25))]);
    expect(alike.form.map(({ difference }) => difference)).toEqual([-0.25, 0.25]);
    expect(alike.form.map(standsOut)).toEqual([false, false]);
    const apart = fairnessOf([...scored('written', ...TEN), ...scored('spoken', ...TEN.map((value) => value - 1))]);
    // Error √(2 · 0.28868²) = 0.40825 with 18 degrees of freedom: 2.101 · 0.40825 = 0.8577.
    expect(apart.form[0]?.difference95?.from).toBeCloseTo(-1.8577, 3);
    expect(apart.form[0]?.difference95?.to).toBeCloseTo(-0.1423, 3);
    expect(apart.form.map(standsOut)).toEqual([true, true]);
  });

  it('sets each of several groups against all the others', () => {
    const { form } = fairnessOf([
      ...scored('ar', ...TEN.map(() => 3)),
      ...scored('en', ...TEN.map(() => 4)),
      ...scored('so', ...TEN.map(() => 5)),
    ]);
    expect(form.map(({ difference }) => difference)).toEqual([-1.5, 0, 1.5]);
  });

  it('knows of two groups without any spread that they differ by just so much', () => {
    const { form } = fairnessOf([...scored('a', ...TEN.map(() => 3)), ...scored('b', ...TEN.map(() => 4))]);
    expect(form[0]).toMatchObject({ difference: -1, difference95: { from: -1, to: -1 } });
  });

  it('keeps what was said in another dimension out of it', () => {
    const other = scored('early', ...TEN).map((value) => ({ ...value, dimension: 'order' as const }));
    const figures = fairnessOf([...scored('written', ...TEN), ...other]);
    expect(figures.form).toHaveLength(1);
    expect(figures.order).toHaveLength(1);
    expect(figures.help).toEqual([]);
  });
});
