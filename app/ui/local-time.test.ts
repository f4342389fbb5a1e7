import { describe, expect, it } from 'vitest';
import { isTimeZone, readLocalTime, timeZoneChoices, writeLocalTime } from './local-time.ts';

const LONDON = 'Europe/London';
const read = (typed: string) => readLocalTime(typed, LONDON);

describe('reading a local time', () => {
  it('means the clock on the wall of the zone', () => {
    expect(read('2026-03-02T09:00')).toEqual({ ok: true, value: Date.UTC(2026, 2, 2, 9) });
    expect(read('2026-07-02T09:00')).toEqual({ ok: true, value: Date.UTC(2026, 6, 2, 8) });
  });
  it('refuses the hour that spring skips, and takes the minutes on both sides of it', () => {
    expect(read('2026-03-29T00:59')).toEqual({ ok: true, value: Date.UTC(2026, 2, 29, 0, 59) });
    expect(read('2026-03-29T01:00')).toEqual({ ok: false, reason: 'skipped-by-the-clock' });
    expect(read('2026-03-29T01:59')).toEqual({ ok: false, reason: 'skipped-by-the-clock' });
    expect(read('2026-03-29T02:00')).toEqual({ ok: true, value: Date.UTC(2026, 2, 29, 1) });
  });
  it('refuses the hour that autumn shows twice, and takes the minutes on both sides of it', () => {
    expect(read('2026-10-25T00:59')).toEqual({ ok: true, value: Date.UTC(2026, 9, 24, 23, 59) });
    expect(read('2026-10-25T01:00')).toEqual({ ok: false, reason: 'twice-by-the-clock' });
    expect(read('2026-10-25T01:59')).toEqual({ ok: false, reason: 'twice-by-the-clock' });
    expect(read('2026-10-25T02:00')).toEqual({ ok: true, value: Date.UTC(2026, 9, 25, 2) });
  });
  it.each([
    '',
    'tomorrow',
    '2026-02-30T09:00',
    '2026-03-02',
    '2026-03-02T24:30',
    '2026-03-02T09:00Z',
    '2026-03-02T09:00+05:00',
  ])('refuses %j, which is no time of the day', (typed) => {
    expect(read(typed)).toEqual({ ok: false, reason: 'not-a-time' });
  });
  it('shows a moment as it would be typed', () => {
    expect(writeLocalTime(Date.UTC(2026, 6, 2, 8), LONDON)).toBe('2026-07-02T09:00');
  });
});

describe('knowing a time zone', () => {
  it.each(['Europe/London', 'Asia/Kolkata', 'America/Argentina/Buenos_Aires', 'UTC'])('takes %s', (name) => {
    expect(isTimeZone(name)).toBe(true);
    expect(timeZoneChoices(name)).toContain(name);
  });
  it.each(['Coventry', 'Europe/Coventry', '+01:00', 'europe/london', ''])('refuses %j', (name) => {
    expect(isTimeZone(name)).toBe(false);
    expect(timeZoneChoices(name)).not.toContain(name);
  });
});
