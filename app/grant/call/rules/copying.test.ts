import { describe, expect, it } from 'vitest';
import { laterByWeeks, weeksUntilAfter } from './copying.ts';

describe('moving a round to the coming weeks', () => {
  it('keeps the weekday and comes after today, by as few weeks as possible', () => {
    // 2 March 2026 is a Monday.
    expect(weeksUntilAfter('2026-03-02', '2026-03-01')).toBe(0);
    expect(weeksUntilAfter('2026-03-02', '2026-03-02')).toBe(1);
    expect(weeksUntilAfter('2026-03-02', '2026-03-08')).toBe(1);
    expect(weeksUntilAfter('2026-03-02', '2026-03-09')).toBe(2);
    expect(weeksUntilAfter('2025-03-03', '2026-03-02')).toBe(53);
  });

  it('keeps the time on the clock over leap days, years and changes of the clock', () => {
    expect(laterByWeeks('2026-03-02T09:00', 0)).toBe('2026-03-02T09:00');
    expect(laterByWeeks('2026-03-23T12:30', 1)).toBe('2026-03-30T12:30');
    expect(laterByWeeks('2028-02-28T09:00', 1)).toBe('2028-03-06T09:00');
    expect(laterByWeeks('2026-12-28T23:59', 1)).toBe('2027-01-04T23:59');
  });
});
