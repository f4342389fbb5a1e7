import { describe, expect, it } from 'vitest';
import { fittingToday, isSameDay } from './today.ts';

const queue = [
  { applicationId: 'long', minutes: 30 },
  { applicationId: 'longer', minutes: 45 },
  { applicationId: 'short', minutes: 10 },
];

describe('what fits into today', () => {
  it('takes the queue in its order, up to the minutes that there are, and leaves out what is too long', () => {
    expect(fittingToday(queue, 40, 0)).toEqual({ applicationIds: ['long', 'short'], minutes: 40 });
    expect(fittingToday(queue, 39, 0)).toEqual({ applicationIds: ['long'], minutes: 30 });
    expect(fittingToday(queue, 85, 0)).toEqual({ applicationIds: ['long', 'longer', 'short'], minutes: 85 });
  });
  it('counts what was handed in today', () => {
    expect(fittingToday(queue, 60, 30)).toEqual({ applicationIds: ['long'], minutes: 30 });
    expect(fittingToday(queue, 60, 55)).toEqual({ applicationIds: [], minutes: 0 });
  });
  it('begins the day with the first, however long it is', () => {
    expect(fittingToday(queue, 5, 0)).toEqual({ applicationIds: ['long'], minutes: 30 });
    expect(fittingToday(queue, 5, 1)).toEqual({ applicationIds: [], minutes: 0 });
  });
  it('is nothing where nothing is left', () => {
    expect(fittingToday([], 60, 0)).toEqual({ applicationIds: [], minutes: 0 });
  });
});

describe('the day of a moment', () => {
  it('turns at midnight where the panel is', () => {
    const midnight = Date.UTC(2026, 6, 13, 23);
    expect(isSameDay(midnight - 1, midnight, 'Europe/London')).toBe(false);
    expect(isSameDay(midnight - 1, midnight, 'UTC')).toBe(true);
    expect(isSameDay(midnight, midnight + 1, 'Europe/London')).toBe(true);
  });
});
