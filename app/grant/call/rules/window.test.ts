import { describe, expect, it } from 'vitest';
import { DAY } from '#app/kernel/instant.ts';
import { daysLeft, windowOf } from './window.ts';

const window = { opensAt: 100, closesAt: 200 };

describe('the window of a call', () => {
  it('opens at its first millisecond', () => {
    expect(windowOf(window, 99)).toBe('not-yet');
    expect(windowOf(window, 100)).toBe('open');
  });
  it('closes at its last: the closing time itself is too late', () => {
    expect(windowOf(window, 199)).toBe('open');
    expect(windowOf(window, 200)).toBe('closed');
  });
  it('counts the last day until its end', () => {
    const long = { opensAt: 0, closesAt: 10 * DAY };
    expect(daysLeft(long, 0)).toBe(10);
    expect(daysLeft(long, 8 * DAY)).toBe(2);
    expect(daysLeft(long, 8 * DAY + 1)).toBe(2);
    expect(daysLeft(long, 9 * DAY)).toBe(1);
    expect(daysLeft(long, 10 * DAY - 1)).toBe(1);
    expect(daysLeft(long, 11 * DAY)).toBe(0);
  });
});
