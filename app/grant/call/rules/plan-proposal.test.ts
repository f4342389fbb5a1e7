import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY } from '#app/kernel/instant.ts';
import { planFaults, planWarnings } from './plan.ts';
import { proposedPlan } from './plan-proposal.ts';

const at = (on: string, time: string) => Date.parse(`${on}T${time}:00Z`);
const dayOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);

describe('proposing a plan', () => {
  it('lays the whole round around opening and closing', () => {
    expect(proposedPlan('2026-03-02', '2026-04-13', true)).toEqual([
      { kind: 'information-session', on: '2026-03-09', from: '18:00', until: '19:30' },
      { kind: 'draft-feedback', on: '2026-04-06', from: '17:00', until: null },
      { kind: 'questions-close', on: '2026-04-09', from: '17:00', until: null },
      { kind: 'eligibility-check', on: '2026-04-17', from: '17:00', until: null },
      { kind: 'panel-meeting', on: '2026-04-30', from: '18:00', until: '21:00' },
      { kind: 'pitch-day', on: '2026-05-16', from: '11:00', until: '16:00' },
      { kind: 'decisions', on: '2026-05-21', from: '12:00', until: null },
      { kind: 'feedback-release', on: '2026-05-28', from: '12:00', until: null },
    ]);
  });

  it('leaves out what a short call has no room for, and a pitch day where there is none', () => {
    const kinds = (opens: string, closes: string, hasPitchDay: boolean) =>
      proposedPlan(opens, closes, hasPitchDay).map(({ kind }) => kind);
    expect(kinds('2026-03-02', '2026-03-16', false)).toContain('information-session');
    expect(kinds('2026-03-02', '2026-03-15', false)).toEqual([
      'eligibility-check',
      'panel-meeting',
      'decisions',
      'feedback-release',
    ]);
  });

  it('never proposes what could not be saved, nor what would be warned of, nor an office day at a weekend', () => {
    const opening = fc.integer({ min: Date.UTC(2024, 0, 1) / DAY, max: Date.UTC(2040, 0, 1) / DAY });
    fc.assert(
      fc.property(opening, fc.integer({ min: 1, max: 200 }), fc.boolean(), (day, length, hasPitchDay) => {
        const opensAt = day * DAY + 9 * 3_600_000;
        const closesAt = (day + length) * DAY + 23 * 3_600_000;
        const plan = proposedPlan(dayOf(opensAt), dayOf(closesAt), hasPitchDay);
        const dates = plan.map(({ kind, on, from, until }) => ({
          kind,
          startsAt: at(on, from),
          endsAt: until === null ? null : at(on, until),
          place: '',
        }));
        const call = { opensAt, closesAt, hasPitchDay };
        expect(planFaults(call, dates)).toEqual([]);
        expect(planWarnings(call, dates, opensAt)).toEqual([]);
        for (const { kind, on } of plan) {
          const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
          if (kind === 'pitch-day') expect(weekday).toBe(6);
          else expect([1, 2, 3, 4, 5]).toContain(weekday);
        }
      }),
    );
  });
});
