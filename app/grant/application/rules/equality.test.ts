import { describe, expect, it } from 'vitest';
import { coarseAnswers, EQUALITY_QUESTIONS, PREFER_NOT } from './equality-set.ts';
import { shownCounts } from './suppression.ts';

describe('the equality questions', () => {
  it('can each be left unanswered', () => {
    for (const { codes } of EQUALITY_QUESTIONS) expect(codes).toContain(PREFER_NOT);
  });
  it('never ask where somebody is from, or for papers', () => {
    const asked = JSON.stringify(EQUALITY_QUESTIONS);
    expect(asked).not.toMatch(/national|country|birth|visa|status|arriv|passport|religio|orientation/i);
  });
  it('take codes of the set and nothing else', () => {
    expect(coarseAnswers({ sex: 'female', age_band: '18_24', ethnic_group: 'My own words', name: 'Amina' })).toEqual({
      sex: 'female',
      age_band: '18_24',
    });
    expect(coarseAnswers({ constructor: 'yes', sex: undefined })).toEqual({});
  });
});

describe('showing figures about people', () => {
  const of = (...counts: number[]) => counts.map((count, place) => ({ code: `c${place}`, count }));
  const shown = (...counts: number[]) => shownCounts(of(...counts)).map(({ count }) => count);

  it('hides what is under ten and rounds the rest to five', () => {
    expect(shown(9, 3, 22, 48)).toEqual([null, null, 20, 50]);
    expect(shown(10, 12, 13)).toEqual([10, 10, 15]);
  });
  it('hides a second figure, the smallest, where one alone could be worked out', () => {
    expect(shown(9, 40, 20)).toEqual([null, 40, null]);
    expect(shown(0, 40, 20)).toEqual([null, 40, null]);
    expect(shown(9, 40)).toEqual([null, null]);
  });
  it('hides everything while there are few', () => {
    expect(shown(4, 2, 1)).toEqual([null, null, null]);
    expect(shown()).toEqual([]);
  });
});
