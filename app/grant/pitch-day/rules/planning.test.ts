import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '#app/kernel/instant.ts';
import { dayFault, isAnotherDay } from './planning.ts';

const NOW = 500 * DAY;
const plan = { startsAt: NOW + 10 * DAY, plannedBefore: null, signUpClosesAt: NOW + 9 * DAY, now: NOW };

describe('a planned day', () => {
  it('is to come, unless it was planned for that moment before', () => {
    expect(dayFault(plan)).toBeNull();
    const begun = { ...plan, startsAt: NOW - HOUR, signUpClosesAt: null };
    expect(dayFault({ ...begun, startsAt: NOW })).toBe('day-passed');
    expect(dayFault({ ...begun, plannedBefore: NOW - HOUR })).toBeNull();
    expect(dayFault({ ...begun, plannedBefore: NOW + HOUR })).toBe('day-passed');
  });

  it('has its sign-up before it', () => {
    expect(dayFault({ ...plan, signUpClosesAt: plan.startsAt })).toBeNull();
    expect(dayFault({ ...plan, signUpClosesAt: plan.startsAt + 1 })).toBe('sign-up-after-start');
  });

  it('is the announced one within some hours, or was planned so before', () => {
    const announced = { announcedFor: NOW, plannedBefore: null };
    expect([11, -11].map((hours) => isAnotherDay(NOW + hours * HOUR, announced))).toEqual([false, false]);
    expect([12, -12].map((hours) => isAnotherDay(NOW + hours * HOUR, announced))).toEqual([true, true]);
    expect(isAnotherDay(NOW + DAY, { ...announced, plannedBefore: NOW + DAY })).toBe(false);
    expect(isAnotherDay(NOW + DAY, { announcedFor: null, plannedBefore: null })).toBe(false);
  });
});
