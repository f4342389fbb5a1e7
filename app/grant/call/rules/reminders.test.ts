import { describe, expect, it } from 'vitest';
import { DAY } from '#app/kernel/instant.ts';
import { dueReminders, REMIND_DAYS } from './reminders.ts';

const PITCH = 100 * DAY;
const pitchDay = { kind: 'pitch-day', startsAt: PITCH } as const;
const DUE = PITCH - REMIND_DAYS['pitch-day'] * DAY;

describe('a reminder', () => {
  it('is due some days before the date, and no more when the date has come', () => {
    const due = (now: number) => dueReminders([pitchDay], 0, [], now).length;
    expect(due(DUE - 1)).toBe(0);
    expect(due(DUE)).toBe(1);
    expect(due(PITCH - 1)).toBe(1);
    expect(due(PITCH)).toBe(0);
  });

  it('is given once; a date that moved is a new one', () => {
    expect(dueReminders([pitchDay], 0, [pitchDay], DUE)).toEqual([]);
    expect(dueReminders([pitchDay], 0, [{ ...pitchDay, startsAt: PITCH - DAY }], DUE)).toEqual([pitchDay]);
    expect(dueReminders([pitchDay], 0, [{ kind: 'decisions', startsAt: PITCH }], DUE)).toEqual([pitchDay]);
  });

  it('is not given when the call was published after it was due: the plan was on the screen just then', () => {
    expect(dueReminders([pitchDay], DUE, [], DUE + 1)).toEqual([pitchDay]);
    expect(dueReminders([pitchDay], DUE + 1, [], DUE + 1)).toEqual([]);
  });

  it('comes together with the others that came near while nobody looked, without those that are over', () => {
    const closing = { kind: 'closes', startsAt: PITCH - 60 * DAY } as const;
    const decisions = { kind: 'decisions', startsAt: PITCH + DAY } as const;
    expect(dueReminders([closing, pitchDay, decisions], 0, [], PITCH - DAY)).toEqual([pitchDay, decisions]);
  });
});
