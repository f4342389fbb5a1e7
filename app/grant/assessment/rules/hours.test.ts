import { describe, expect, it } from 'vitest';
import { decideHours, decideHoursAnswer, HOURS_ANSWER_MAX, hoursTotals, payFor } from './hours.ts';

const facts = { today: '2026-03-10', invitedOn: '2026-03-01', minutesThatDay: 0 };
const entry = { kind: 'reading', minutes: 60, day: '2026-03-05', note: '' } as const;

describe('writing down hours', () => {
  it.each([
    ['2026-03-01', true],
    ['2026-02-28', 'day-long-ago'],
    ['2026-03-10', true],
    ['2026-03-11', 'day-not-yet'],
  ])('of %s: %s', (day, expected) => {
    const outcome = decideHours(facts, { ...entry, day });
    expect(outcome.ok ? true : outcome.reason).toBe(expected);
  });
  it.each([0, 721, 1.5])('is refused for %s minutes', (minutes) => {
    expect(decideHours(facts, { ...entry, minutes })).toEqual({ ok: false, reason: 'minutes-off-limits' });
  });
  it('ends at twelve hours a day', () => {
    expect(decideHours({ ...facts, minutesThatDay: 660 }, entry).ok).toBe(true);
    expect(decideHours({ ...facts, minutesThatDay: 661 }, entry)).toEqual({ ok: false, reason: 'day-full' });
  });
});

describe('answering hours', () => {
  it('is done once, and a no needs its reason', () => {
    expect(decideHoursAnswer('recorded', 'confirmed', '').ok).toBe(true);
    expect(decideHoursAnswer('recorded', 'refused', 'The meeting took one hour.').ok).toBe(true);
    expect(decideHoursAnswer('recorded', 'refused', ' ')).toEqual({ ok: false, reason: 'reason-missing' });
    expect(decideHoursAnswer('confirmed', 'refused', 'x')).toEqual({ ok: false, reason: 'already-answered' });
    expect(decideHoursAnswer('recorded', 'refused', 'x'.repeat(HOURS_ANSWER_MAX)).ok).toBe(true);
    expect(decideHoursAnswer('recorded', 'refused', 'x'.repeat(HOURS_ANSWER_MAX + 1))).toEqual({
      ok: false,
      reason: 'reason-too-long',
    });
  });
});

describe('what hours are worth', () => {
  it.each([
    [60, 1_500, 1_500],
    [20, 1_000, 333],
    [1, 30, 1],
    [1, 29, 0],
  ])('%i minutes at %i an hour are %i', (minutes, hourlyMinor, expected) => {
    expect(payFor({ minutes, hourlyMinor, payChoice: 'cash' })).toBe(expected);
  });
  it('is nothing for whoever wants no pay, and where nothing is paid', () => {
    expect(payFor({ minutes: 60, hourlyMinor: 1_500, payChoice: 'none' })).toBeNull();
    expect(payFor({ minutes: 60, hourlyMinor: null, payChoice: 'cash' })).toBeNull();
  });
  it('adds up by how people are paid; what was refused counts nowhere', () => {
    const paid = { hourlyMinor: 1_200, payChoice: 'voucher' } as const;
    expect(
      hoursTotals([
        { ...paid, minutes: 30, state: 'confirmed' },
        { ...paid, minutes: 45, state: 'confirmed' },
        { ...paid, minutes: 60, state: 'recorded' },
        { ...paid, minutes: 90, state: 'refused' },
        { minutes: 15, hourlyMinor: null, payChoice: 'none', state: 'confirmed' },
      ]),
    ).toEqual([
      { payChoice: 'cash', confirmedMinutes: 0, confirmedMinor: 0, waitingMinutes: 0 },
      { payChoice: 'voucher', confirmedMinutes: 75, confirmedMinor: 1_500, waitingMinutes: 60 },
      { payChoice: 'none', confirmedMinutes: 15, confirmedMinor: 0, waitingMinutes: 0 },
    ]);
  });
});
