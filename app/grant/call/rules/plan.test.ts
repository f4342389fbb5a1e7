import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '#app/kernel/instant.ts';
import {
  DATES_MAX,
  type DateDraft,
  type DateKind,
  FAR_AFTER,
  FAR_BEFORE,
  inOrder,
  PANEL_READS_AT_LEAST,
  PLACE_CHARACTERS_MAX,
  planFaults,
  planWarnings,
  tidiedDate,
} from './plan.ts';

const OPENS = Date.UTC(2026, 2, 2, 9);
const CLOSES = Date.UTC(2026, 3, 13, 11);
const call = { opensAt: OPENS, closesAt: CLOSES, hasPitchDay: true };

function date(kind: DateKind, startsAt: number, endsAt: number | null = null, place = ''): DateDraft {
  return { kind, startsAt, endsAt, place };
}

const faults = (dates: readonly DateDraft[], changes: Partial<typeof call> = {}) =>
  planFaults({ ...call, ...changes }, dates).map(({ at, fault }) => `${at} ${fault}`);
const faultsOf = (kind: DateKind, startsAt: number) => faults([date(kind, startsAt)]);

const panel = date('panel-meeting', CLOSES + 20 * DAY, CLOSES + 20 * DAY + 3 * HOUR);
const pitchDay = date('pitch-day', CLOSES + 30 * DAY, CLOSES + 30 * DAY + 5 * HOUR, 'The old library');
const decisions = date('decisions', CLOSES + 35 * DAY);
const whole = [
  date('information-session', OPENS - DAY, OPENS - DAY + HOUR, 'https://meet.example/call'),
  date('information-session', OPENS + 7 * DAY, null, 'The old library'),
  date('draft-feedback', CLOSES - 7 * DAY),
  date('questions-close', CLOSES - 4 * DAY),
  date('eligibility-check', CLOSES + 4 * DAY),
  panel,
  pitchDay,
  decisions,
  date('feedback-release', CLOSES + 36 * DAY),
];

describe('a plan', () => {
  it('has no fault when everything follows', () => {
    expect(faults(whole)).toEqual([]);
    expect(faults([])).toEqual([]);
  });

  it('holds information sessions before the closing, also before the opening', () => {
    expect(faultsOf('information-session', OPENS - 10 * DAY)).toEqual([]);
    expect(faultsOf('information-session', CLOSES - 1)).toEqual([]);
    expect(faultsOf('information-session', CLOSES)).toEqual(['0 session-after-closing']);
  });

  it.each(['questions-close', 'draft-feedback'] as const)('has its deadline %s strictly inside the window', (kind) => {
    expect(faultsOf(kind, OPENS)).toEqual(['0 before-opening']);
    expect(faultsOf(kind, OPENS + 1)).toEqual([]);
    expect(faultsOf(kind, CLOSES - 1)).toEqual([]);
    expect(faultsOf(kind, CLOSES)).toEqual(['0 deadline-after-closing']);
  });

  it.each(['eligibility-check', 'panel-meeting', 'pitch-day', 'decisions', 'feedback-release'] as const)(
    'has its %s from the closing on',
    (kind) => {
      expect(faultsOf(kind, CLOSES - 1)).toEqual(['0 before-closing']);
      expect(faultsOf(kind, CLOSES)).toEqual([]);
    },
  );

  it('checks who can apply before the panel meets', () => {
    const check = date('eligibility-check', CLOSES + 5 * DAY);
    expect(faults([check, date('panel-meeting', check.startsAt)])).toEqual([]);
    expect(faults([check, date('panel-meeting', check.startsAt - 1)])).toEqual(['1 panel-before-eligibility']);
  });

  it('holds pitch day when the panel has met once, and lets it meet again', () => {
    const end = panel.endsAt ?? 0;
    expect(faults([panel, date('pitch-day', end)])).toEqual([]);
    expect(faults([panel, date('pitch-day', end - 1)])).toEqual(['1 pitch-day-before-panel']);
    expect(faults([panel, date('pitch-day', end), date('panel-meeting', end + DAY)])).toEqual([]);
  });

  it('has no pitch day where the call has none', () => {
    expect(faults([pitchDay], { hasPitchDay: false })).toEqual(['0 no-pitch-day']);
  });

  it.each(['decisions', 'feedback-release'] as const)('has its %s after the last panel and after pitch day', (kind) => {
    const last = date('panel-meeting', CLOSES + 25 * DAY);
    expect(faults([panel, last, date(kind, last.startsAt)])).toEqual([]);
    expect(faults([panel, last, date(kind, last.startsAt - 1)])).toEqual(['2 decisions-before-panel']);
    expect(faults([pitchDay, date(kind, pitchDay.endsAt ?? 0)])).toEqual([]);
    expect(faults([pitchDay, date(kind, (pitchDay.endsAt ?? 0) - 1)])).toEqual(['1 decisions-before-pitch-day']);
  });

  it('tells reasons with the answer or after it', () => {
    expect(faults([decisions, date('feedback-release', decisions.startsAt)])).toEqual([]);
    expect(faults([decisions, date('feedback-release', decisions.startsAt - 1)])).toEqual([
      '1 feedback-before-decisions',
    ]);
  });

  it('says most things once, and nothing twice at the same moment', () => {
    expect(faults([decisions, date('decisions', decisions.startsAt + DAY)])).toEqual(['1 kind-twice']);
    const session = date('information-session', OPENS);
    expect(faults([session, session])).toEqual(['1 dates-alike']);
    expect(faults([session, date('information-session', OPENS + 1)])).toEqual([]);
  });

  it('stays near its call, so that a wrong year is seen', () => {
    expect(faultsOf('information-session', OPENS - FAR_BEFORE)).toEqual([]);
    expect(faultsOf('information-session', OPENS - FAR_BEFORE - 1)).toEqual(['0 far-away']);
    expect(faultsOf('decisions', CLOSES + FAR_AFTER)).toEqual([]);
    expect(faultsOf('decisions', CLOSES + FAR_AFTER + 1)).toEqual(['0 far-away']);
  });

  it('ends what it begins', () => {
    expect(faults([date('information-session', OPENS, OPENS)])).toEqual(['0 ends-before-it-starts']);
    expect(faults([date('information-session', OPENS, OPENS + 1)])).toEqual([]);
  });

  it('has places and lists of a length that can be read', () => {
    const at = (place: string) => faults([date('information-session', OPENS, null, place)]);
    expect(at('x'.repeat(PLACE_CHARACTERS_MAX))).toEqual([]);
    expect(at('x'.repeat(PLACE_CHARACTERS_MAX + 1))).toEqual(['0 place-too-long']);
    const many = Array.from({ length: DATES_MAX + 1 }, (_, n) => date('information-session', OPENS + n));
    expect(faults(many.slice(1))).toEqual([]);
    expect(faults(many)).toEqual([`${DATES_MAX} too-many-dates`]);
  });

  it('shows one fault for each field of a row', () => {
    const session = date('information-session', CLOSES, CLOSES, 'x'.repeat(PLACE_CHARACTERS_MAX + 1));
    expect(planFaults(call, [session]).map(({ field }) => field)).toEqual(['startsAt', 'endsAt', 'place']);
  });

  it('keeps no end and no place where its kind has none', () => {
    expect(tidiedDate(date('decisions', CLOSES, CLOSES + HOUR, 'Room 3'))).toEqual(date('decisions', CLOSES));
    expect(tidiedDate(date('panel-meeting', CLOSES, CLOSES + HOUR, 'Room 3'))).toEqual(
      date('panel-meeting', CLOSES, CLOSES + HOUR),
    );
    expect(tidiedDate({ ...pitchDay, place: ' The old library ' })).toEqual(pitchDay);
  });

  it('is in the order of time, whichever order it was written in', () => {
    expect(inOrder(whole.toReversed())).toEqual(whole);
    const together = [date('pitch-day', CLOSES), date('panel-meeting', CLOSES)];
    expect(inOrder(together).map(({ kind }) => kind)).toEqual(['panel-meeting', 'pitch-day']);
  });
});

describe('what is odd about a plan', () => {
  const warnings = (dates: readonly DateDraft[], changes: Partial<typeof call> = {}, now = OPENS - 20 * DAY) =>
    planWarnings({ ...call, ...changes }, dates, now);

  it('is nothing when applicants learn what they want to know', () => {
    expect(warnings(whole)).toEqual([]);
    expect(warnings([decisions], { hasPitchDay: false })).toEqual([]);
  });
  it('is that there is none', () => {
    expect(warnings([])).toEqual(['plan-empty']);
  });
  it('is no day of answers, and no day for a pitch day that there is', () => {
    expect(warnings([pitchDay])).toEqual(['plan-without-decisions']);
    expect(warnings([decisions])).toEqual(['plan-without-pitch-day']);
  });
  it('is a date that is over, from its very end', () => {
    const session = date('information-session', OPENS, OPENS + HOUR);
    expect(warnings([session, pitchDay, decisions], {}, OPENS + HOUR - 1)).toEqual([]);
    expect(warnings([session, pitchDay, decisions], {}, OPENS + HOUR)).toEqual(['plan-date-passed']);
  });
  it('is a panel without time to read', () => {
    const meeting = (startsAt: number) => warnings([date('panel-meeting', startsAt), pitchDay, decisions]);
    expect(meeting(CLOSES + PANEL_READS_AT_LEAST)).toEqual([]);
    expect(meeting(CLOSES + PANEL_READS_AT_LEAST - 1)).toEqual(['panel-soon-after-closing']);
  });
});
