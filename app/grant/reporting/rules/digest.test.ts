import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#app/kernel/instant.ts';
import { digestPeriod, isNews, lastDigestMoment } from './digest.ts';

const ZONE = 'Europe/London';
const at = (iso: string) => Date.parse(iso);

describe('when a digest is due', () => {
  it.each([
    ['on a Tuesday at eight', 'daily', '2026-03-03T08:00Z', '2026-03-03T08:00Z'],
    ['a moment before eight', 'daily', '2026-03-03T07:59:59.999Z', '2026-03-02T08:00Z'],
    ['on a Sunday', 'daily', '2026-03-08T12:00Z', '2026-03-06T08:00Z'],
    ['on a Monday before eight', 'daily', '2026-03-09T07:00Z', '2026-03-06T08:00Z'],
    ['on a Wednesday, for the week', 'weekly', '2026-03-04T12:00Z', '2026-03-02T08:00Z'],
    ['on a Monday before eight, for the week', 'weekly', '2026-03-09T07:59Z', '2026-03-02T08:00Z'],
    ['after the clocks went forward', 'daily', '2026-03-30T09:00Z', '2026-03-30T07:00Z'],
    ['after the clocks went back', 'weekly', '2026-10-26T09:00Z', '2026-10-26T08:00Z'],
  ] as const)('%s', (_, rhythm, now, moment) => {
    expect(new Date(lastDigestMoment(rhythm, at(now), ZONE))).toEqual(new Date(moment));
  });

  it('is eight o’clock too where the clock is half an hour off', () => {
    expect(new Date(lastDigestMoment('daily', at('2026-03-03T03:10Z'), 'Asia/Kolkata'))).toEqual(
      new Date('2026-03-03T02:30Z'),
    );
  });
});

describe('what a digest is about', () => {
  const tuesday = at('2026-03-03T08:00Z');

  it('goes on where the one before it ended, whatever was missed', () => {
    const friday = at('2026-02-27T08:00Z');
    expect(digestPeriod('daily', friday, tuesday + HOUR, ZONE)).toEqual({ after: friday, upTo: tuesday });
  });

  it('is due once', () => {
    expect(digestPeriod('daily', tuesday - 1, tuesday, ZONE)).toEqual({ after: tuesday - 1, upTo: tuesday });
    expect(digestPeriod('daily', tuesday, tuesday + MINUTE, ZONE)).toBeNull();
  });

  it('looks back one period the first time', () => {
    expect(digestPeriod('daily', null, tuesday, ZONE)).toEqual({ after: at('2026-03-02T08:00Z'), upTo: tuesday });
    expect(digestPeriod('weekly', null, tuesday, ZONE)).toEqual({
      after: at('2026-02-23T08:00Z'),
      upTo: at('2026-03-02T08:00Z'),
    });
  });

  it('is never written for whoever wants none', () => {
    expect(digestPeriod('never', null, tuesday, ZONE)).toBeNull();
  });

  it.each([
    [[], 0, false],
    [[{ arrived: 0, takenBack: 0 }], 0, false],
    [[{ arrived: 1, takenBack: 0 }], 0, true],
    [[{ arrived: 0, takenBack: 1 }], 0, true],
    [[], 1, true],
  ])('needs something new: %j and %i undelivered', (calls, undelivered, expected) => {
    expect(isNews(calls, undelivered)).toBe(expected);
  });
});
