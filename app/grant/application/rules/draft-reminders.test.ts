import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '#app/kernel/instant.ts';
import { dueDraftReminder, type ReminderKind, reminderAt } from './draft-reminders.ts';

const CLOSES = 100 * DAY;
const begun = { createdAt: 50 * DAY, closesAt: CLOSES };

describe('reminding of an unfinished draft', () => {
  it.each([
    ['a millisecond before seven days', CLOSES - 7 * DAY - 1, null],
    ['at seven days', CLOSES - 7 * DAY, 'week'],
    ['a millisecond before 48 hours', CLOSES - 48 * HOUR - 1, 'week'],
    ['at 48 hours', CLOSES - 48 * HOUR, 'two-days'],
    ['a millisecond before it closes', CLOSES - 1, 'two-days'],
    ['when it closes', CLOSES, null],
  ])('%s', (_, now, kind) => {
    expect(dueDraftReminder(begun, [], now)).toBe(kind);
    expect(reminderAt(CLOSES, now)?.kind ?? null).toBe(kind);
  });

  it('writes the first once, then the last once', () => {
    expect(dueDraftReminder(begun, ['week'], CLOSES - 6 * DAY)).toBeNull();
    expect(dueDraftReminder(begun, ['week'], CLOSES - DAY)).toBe('two-days');
    expect(dueDraftReminder(begun, ['week', 'two-days'], CLOSES - DAY)).toBeNull();
  });

  it('writes only the last when the portal was down for the first', () => {
    expect(dueDraftReminder(begun, [], CLOSES - DAY)).toBe('two-days');
  });

  it('leaves in peace who began after it was due', () => {
    expect(dueDraftReminder({ ...begun, createdAt: CLOSES - 7 * DAY }, [], CLOSES - 6 * DAY)).toBeNull();
    expect(dueDraftReminder({ ...begun, createdAt: CLOSES - 7 * DAY - 1 }, [], CLOSES - 6 * DAY)).toBe('week');
    expect(dueDraftReminder({ ...begun, createdAt: CLOSES - 2 * DAY }, [], CLOSES - DAY)).toBeNull();
  });

  it('does not begin again when the closing is moved later', () => {
    expect(
      dueDraftReminder({ ...begun, closesAt: CLOSES + 10 * DAY }, ['week', 'two-days'], CLOSES + 4 * DAY),
    ).toBeNull();
    expect(dueDraftReminder({ ...begun, closesAt: CLOSES + 10 * DAY }, ['two-days'], CLOSES + 4 * DAY)).toBeNull();
  });

  it('never writes more than two, however often it is asked and wherever the closing moves', () => {
    const moments = fc.array(
      fc.record({ now: fc.integer({ min: 0, max: 200 * DAY }), closesAt: fc.integer({ min: 0, max: 200 * DAY }) }),
    );
    fc.assert(
      fc.property(moments, (asked) => {
        const written: ReminderKind[] = [];
        for (const { now, closesAt } of asked.toSorted((a, b) => a.now - b.now)) {
          const due = dueDraftReminder({ createdAt: 0, closesAt }, written, now);
          if (due !== null) written.push(due);
        }
        expect(written.length).toBe(new Set(written).size);
        expect(written.length).toBeLessThanOrEqual(2);
      }),
    );
  });
});
