import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dateIn, isWorkingDay, nextWorkingDay } from './working-days.ts';

const SOURCE = '../shared/data/standards/payments/uk-bank-holidays.csv';

describe('choosing the day a bank pays', () => {
  it('skips weekends and bank holidays', () => {
    expect(nextWorkingDay('2026-03-02')).toBe('2026-03-03');
    expect(nextWorkingDay('2026-03-06')).toBe('2026-03-09');
    expect(nextWorkingDay('2026-04-02')).toBe('2026-04-07');
    expect(nextWorkingDay('2026-12-24')).toBe('2026-12-29');
    expect(nextWorkingDay('2027-12-31')).toBe('2028-01-04');
    expect(isWorkingDay('2026-12-28')).toBe(false);
    expect(isWorkingDay('2028-02-29')).toBe(true);
  });
  it('knows which day it is where the call is run', () => {
    expect(dateIn('Europe/London', Date.UTC(2026, 6, 1, 23, 30))).toBe('2026-07-02');
    expect(dateIn('UTC', Date.UTC(2026, 6, 1, 23, 30))).toBe('2026-07-01');
  });
  it.skipIf(!existsSync(SOURCE) && process.env.CI === undefined)('has every day of the published list', () => {
    const days = readFileSync(SOURCE, 'utf8')
      .split(/\r?\n/)
      .map((row) => row.split(','))
      .filter((row) => row[1] === 'england-and-wales')
      .map((row) => row[0] ?? '');
    expect(days).toHaveLength(32);
    for (const day of days) expect(isWorkingDay(day), day).toBe(false);
  });
});
