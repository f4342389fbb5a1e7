import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '#app/kernel/instant.ts';
import { mostToGive, scoringDaysLeft } from './scoring-days.ts';

/** Noon in London on the 1st of June, an hour ahead of Greenwich. */
const NOON = Date.UTC(2026, 5, 1, 11);
const until = (endsAt: number, startsAt = 0) => [{ startsAt, endsAt }];

describe('the days that are left to score', () => {
  it('count today while a minute of it is left, and the last day while it has one', () => {
    const midnight = NOON + 12 * HOUR;
    expect(scoringDaysLeft(until(midnight), NOON, 'Europe/London')).toBe(1);
    expect(scoringDaysLeft(until(midnight + 1), NOON, 'Europe/London')).toBe(2);
    expect(scoringDaysLeft(until(midnight), midnight - 1, 'Europe/London')).toBe(1);
    expect(scoringDaysLeft(until(midnight), midnight, 'Europe/London')).toBe(0);
    // In Greenwich the same midnight is an hour before the end of the day.
    expect(scoringDaysLeft(until(midnight + 1), NOON, 'UTC')).toBe(1);
  });

  it('begin with the phase that scores, and leave out the days between two', () => {
    const [first, second] = [
      { startsAt: NOON + DAY, endsAt: NOON + 2 * DAY },
      { startsAt: NOON + 4 * DAY, endsAt: NOON + 5 * DAY },
    ];
    expect(scoringDaysLeft([first, second], NOON, 'Europe/London')).toBe(4);
    expect(scoringDaysLeft([first, { ...second, startsAt: first.endsAt }], NOON, 'Europe/London')).toBe(5);
    expect(scoringDaysLeft([], NOON, 'Europe/London')).toBe(0);
  });

  it('are days of the calendar where the clocks change', () => {
    const beforeTheClocksGoBack = Date.UTC(2026, 9, 24, 11);
    expect(scoringDaysLeft(until(beforeTheClocksGoBack + 2 * DAY), beforeTheClocksGoBack, 'Europe/London')).toBe(3);
  });
});

describe('the most that a member can be given', () => {
  const agreed = { minutesMax: 300, minutesPerDay: 60 };
  const nothing = { minutes: 0, minutesToday: 0 };

  it('is what she agreed to altogether, or what fits into the days if that is less', () => {
    expect(mostToGive(agreed, 4, nothing).minutesMax).toBe(240);
    expect(mostToGive(agreed, 5, nothing).minutesMax).toBe(300);
    expect(mostToGive(agreed, 6, nothing).minutesMax).toBe(300);
    expect(mostToGive(agreed, 0, nothing)).toEqual({ minutesMax: 0, minutesAgreed: 300 });
    expect(mostToGive(agreed, null, nothing).minutesMax).toBe(300);
  });

  it('takes no day for what is handed in, and takes from today what was handed in today', () => {
    expect(mostToGive(agreed, 2, { minutes: 100, minutesToday: 0 }).minutesMax).toBe(220);
    expect(mostToGive(agreed, 2, { minutes: 100, minutesToday: 40 }).minutesMax).toBe(180);
    // She went on yesterday and today: that is hers to do, and takes no other day away beyond these minutes.
    expect(mostToGive(agreed, 1, { minutes: 100, minutesToday: 100 }).minutesMax).toBe(100);
    expect(mostToGive(agreed, 2, { minutes: 260, minutesToday: 0 }).minutesMax).toBe(300);
  });
});
