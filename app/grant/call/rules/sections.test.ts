import { describe, expect, test } from 'vitest';
import { bySection, movedInSections, sectionsOf } from './sections.ts';

const question = (section: string, label: string) => ({ section, label });
const who = question('About you', 'Who are you?');
const where = question('About you', 'Where do you meet?');
const what = question('Your idea', 'What will you do?');
const why = question('Your idea', 'Why?');
const cost = question('Money', 'What does it cost?');
const labels = (list: readonly { label: string }[]) => list.map(({ label }) => label);

describe('questions under headings', () => {
  test('stand together, in the place of the first one', () => {
    expect(bySection([who, what, where, cost, why])).toEqual([who, where, what, why, cost]);
    expect(sectionsOf([who, what, where]).map(({ title }) => title)).toEqual(['About you', 'Your idea']);
    expect(sectionsOf([])).toEqual([]);
  });

  test('move within their section', () => {
    expect(labels(movedInSections([who, where, what, why], 1, 'up'))).toEqual(labels([where, who, what, why]));
    expect(labels(movedInSections([who, where, what, why], 2, 'down'))).toEqual(labels([who, where, why, what]));
  });

  test('take their whole section along at its edge', () => {
    expect(movedInSections([who, where, what, why, cost], 2, 'up')).toEqual([what, why, who, where, cost]);
    expect(movedInSections([who, where, what, why, cost], 3, 'down')).toEqual([who, where, cost, what, why]);
  });

  test('stay at the ends of the list, and when there is no such place', () => {
    expect(movedInSections([who, where, what], 0, 'up')).toEqual([who, where, what]);
    expect(movedInSections([who, where, what], 2, 'down')).toEqual([who, where, what]);
    expect(movedInSections([who], 7, 'up')).toEqual([who]);
  });
});
