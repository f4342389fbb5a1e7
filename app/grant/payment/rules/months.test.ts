import { describe, expect, it } from 'vitest';
import { isMonth, mayLockMonth, monthsFrom, nextMonth } from './months.ts';

describe('a month', () => {
  it('is a year and one of twelve', () => {
    expect(['2026-01', '2026-12'].every(isMonth)).toBe(true);
    expect(['2026-00', '2026-13', '2026-1', '26-01', '2026-01-01', ''].some(isMonth)).toBe(false);
  });

  it('is followed by the next, also over the new year', () => {
    expect([nextMonth('2026-09'), nextMonth('2026-12')]).toEqual(['2026-10', '2027-01']);
    expect(monthsFrom('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(monthsFrom('2026-03', '2026-02')).toEqual([]);
  });
});

describe('locking a month', () => {
  const march = {
    month: '2026-03',
    currentMonth: '2026-05',
    firstMonth: '2026-02',
    lockedThrough: '2026-02',
    isEven: true,
  } as const;

  it('is for a month that is over, after the last locked one, in books that balance', () => {
    expect(mayLockMonth(march)).toBeNull();
    expect(mayLockMonth({ ...march, lockedThrough: null })).toBeNull();
    expect(mayLockMonth({ ...march, currentMonth: '2026-03' })).toBe('month-not-over');
    expect(mayLockMonth({ ...march, month: '2026-06' })).toBe('month-not-over');
    expect(mayLockMonth({ ...march, month: '2026-01' })).toBe('before-the-books');
    expect(mayLockMonth({ ...march, lockedThrough: '2026-03' })).toBe('already-locked');
    expect(mayLockMonth({ ...march, lockedThrough: '2026-04' })).toBe('already-locked');
    expect(mayLockMonth({ ...march, isEven: false })).toBe('books-off');
  });
});
