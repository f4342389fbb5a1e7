import { describe, expect, it } from 'vitest';
import { NO_DETAILS } from './details.ts';
import { detailsProgress, neededParts, type Progress } from './progress.ts';

const question = (progress: Progress, { required = true, isConditional = false } = {}) => ({
  progress,
  required,
  isConditional,
});

describe('how much of an application is done', () => {
  it('counts the details and every question that needs an answer', () => {
    expect(neededParts('done', [question('done'), question('empty')])).toEqual({ done: 2, all: 3, broughtUp: 0 });
    expect(neededParts('started', [question('too-long')])).toEqual({ done: 0, all: 2, broughtUp: 0 });
  });

  it('stays the same when somebody answers what may stay empty', () => {
    const before = neededParts('done', [question('empty'), question('optional', { required: false })]);
    const after = neededParts('done', [question('empty'), question('done', { required: false })]);
    expect(after).toEqual(before);
    expect(after.all).toBe(2);
  });

  it('says how many questions are there because of a choice', () => {
    const asked = [question('done'), question('empty', { isConditional: true })];
    expect(neededParts('done', asked)).toEqual({ done: 2, all: 3, broughtUp: 1 });
    const optional = question('optional', { required: false, isConditional: true });
    expect(neededParts('done', [...asked, optional]).broughtUp).toBe(1);
  });
});

describe('how far the details are', () => {
  const terms = { themes: [], awardMaxMinor: 300_000 };

  it('says at once that more is asked for than a call gives', () => {
    expect(detailsProgress({ ...NO_DETAILS, amountMinor: 300_001 }, terms)).toBe('too-much');
    expect(detailsProgress({ ...NO_DETAILS, amountMinor: 300_000 }, terms)).toBe('started');
    expect(detailsProgress(NO_DETAILS, terms)).toBe('empty');
  });
});
