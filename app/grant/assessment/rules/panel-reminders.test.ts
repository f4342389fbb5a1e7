import { describe, expect, it } from 'vitest';
import { DAY } from '#app/kernel/instant.ts';
import { decideReminding, dueForReminder, mayRemind, reminderDueSince, scoresDueAt } from './panel-reminders.ts';

const END = Date.UTC(2026, 5, 10, 12);
const bo = { memberId: 'bo', missing: 2, askedAt: END - 9 * DAY, lastRemindedAt: null };

describe('when scores are due', () => {
  it('is the end of the last phase that scores', () => {
    const phases = [
      { allows: 'score', endsAt: END - DAY },
      { allows: 'score', endsAt: END },
      { allows: 'read', endsAt: END + DAY },
    ] as const;
    expect(scoresDueAt(phases, [{ kind: 'panel-meeting', startsAt: 1 }])).toBe(END);
  });
  it('is the first meeting where there are no phases, and nothing where there is neither', () => {
    const dates = [
      { kind: 'panel-meeting', startsAt: END + DAY },
      { kind: 'panel-meeting', startsAt: END },
      { kind: 'decisions', startsAt: END - DAY },
    ];
    expect(scoresDueAt([], dates)).toBe(END);
    expect(scoresDueAt([], [])).toBeNull();
    expect(scoresDueAt([{ allows: 'read', endsAt: END }], dates)).toBeNull();
  });
});

describe('the reminders that nobody asks for', () => {
  it.each([
    [3 * DAY + 1, null],
    [3 * DAY, END - 3 * DAY],
    [DAY + 1, END - 3 * DAY],
    [DAY, END - DAY],
    [1, END - DAY],
    [0, null],
  ])('%i ms before the end', (before, since) => {
    expect(reminderDueSince(END, END - 9 * DAY, END - before)).toBe(since);
  });
  it('need an end', () => {
    expect(reminderDueSince(null, 0, END)).toBeNull();
  });
  it('are those that fell due after scoring began, and none while nobody can score', () => {
    const now = END - 2 * DAY;
    expect(reminderDueSince(END, END - 3 * DAY - 1, now)).toBe(END - 3 * DAY);
    expect(reminderDueSince(END, END - 3 * DAY, now)).toBeNull();
    expect(reminderDueSince(END, now, now)).toBeNull();
    expect(reminderDueSince(END, now, END - DAY)).toBe(END - DAY);
    expect(reminderDueSince(END, null, now)).toBeNull();
  });
  it('leave alone whoever took her seat or got something since', () => {
    const since = END - DAY;
    const reached = (askedAt: number) => dueForReminder([{ ...bo, askedAt }], since, since).length;
    expect([reached(since - 1), reached(since)]).toEqual([1, 0]);
  });
  it('reach each once for each moment', () => {
    const [since, now] = [END - DAY, END - DAY / 2];
    const reached = (lastRemindedAt: number | null) => dueForReminder([{ ...bo, lastRemindedAt }], since, now).length;
    expect(reached(null)).toBe(1);
    expect(reached(END - 3 * DAY)).toBe(1);
    expect(reached(since)).toBe(0);
  });
  it('leave alone whoever was reminded within a day, and whoever has finished', () => {
    const since = END - DAY;
    expect(dueForReminder([{ ...bo, lastRemindedAt: since - 1 }], since, since)).toEqual([]);
    expect(dueForReminder([{ ...bo, missing: 0 }], since, since)).toEqual([]);
  });
});

describe('reminding somebody', () => {
  it('is possible once a day', () => {
    expect(mayRemind({ ...bo, lastRemindedAt: END - DAY }, END)).toBe(true);
    expect(mayRemind({ ...bo, lastRemindedAt: END - DAY + 1 }, END)).toBe(false);
    expect(mayRemind({ ...bo, missing: 0 }, END)).toBe(false);
  });
  it('is refused where nobody scores, and where nobody is left to remind', () => {
    expect(decideReminding('scoring', [bo], END)).toEqual({ ok: true, value: [bo] });
    expect(decideReminding('closed', [bo], END)).toEqual({ ok: false, reason: 'not-scoring' });
    expect(decideReminding('scoring', [{ ...bo, missing: 0 }], END)).toEqual({ ok: false, reason: 'nobody-to-remind' });
  });
});
