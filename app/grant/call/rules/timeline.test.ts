import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '#app/kernel/instant.ts';
import type { CallDate } from './plan.ts';
import { milestonesOf, timelineOf } from './timeline.ts';

const OPENS = 10 * DAY;
const CLOSES = 40 * DAY;
const session: CallDate = {
  id: 'session',
  kind: 'information-session',
  startsAt: OPENS,
  endsAt: OPENS + HOUR,
  place: '',
};
const check: CallDate = { id: 'check', kind: 'eligibility-check', startsAt: CLOSES, endsAt: null, place: '' };
const call = { opensAt: OPENS, closesAt: CLOSES, dates: [check, session] };

describe('the timeline of a round', () => {
  it('has opening and closing among the dates, each before what falls on it', () => {
    expect(milestonesOf(call).map(({ id }) => id)).toEqual(['opens', 'session', 'closes', 'check']);
  });

  it('says what is over and what comes next, until the last moment of a date', () => {
    const states = (now: number) => timelineOf(call, now).map(({ state }) => state);
    expect(states(OPENS - 1)).toEqual(['now', 'next', 'next', 'next']);
    expect(states(OPENS)).toEqual(['past', 'now', 'next', 'next']);
    expect(states(OPENS + HOUR - 1)).toEqual(['past', 'now', 'next', 'next']);
    expect(states(OPENS + HOUR)).toEqual(['past', 'past', 'now', 'next']);
    expect(states(CLOSES)).toEqual(['past', 'past', 'past', 'past']);
  });
});
