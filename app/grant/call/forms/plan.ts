import { z } from 'zod';
import { readLocalTime } from '#app/ui/local-time.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { DATE_KINDS, type DateDraft, mayLast, type PlannedCall, planFaults, tidiedDate } from '../rules/plan.ts';

const { common, planDesk: words } = wordsIn('en').words;

/** More than a plan may have, so that the rows left empty do not count. */
export const PLAN_ROWS_MAX = 60;

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, say('en', common.fieldTooLong, { max }))
    .default('');

const row = z.object({
  /** Of a date that was saved before; empty for a new one. */
  id: text(40),
  kind: z.enum(DATE_KINDS, common.fieldNotChosen),
  startsAt: text(30),
  until: text(10),
  place: text(1_000),
});
type Row = z.output<typeof row>;

/**
 * The whole plan as a manager types it, on the clock of the call's zone. A row with nothing in it is no date.
 * Faults stand at the field of their row.
 */
export function planForm(call: PlannedCall & { readonly timeZone: string }) {
  return z.object({ rows: z.array(row).max(PLAN_ROWS_MAX).default([]) }).transform(({ rows }, check) => {
    const wrong = (at: number, field: keyof Row, message: string) =>
      check.addIssue({ code: 'custom', path: ['rows', at, field], message });
    const read = rows.flatMap((typed, at) => {
      const date = isEmpty(typed) ? null : readRow(typed, call.timeZone, (field, message) => wrong(at, field, message));
      return date === null ? [] : [{ ...tidiedDate(date), id: typed.id === '' ? undefined : typed.id, at }];
    });
    for (const { at, field, fault } of planFaults(call, read)) {
      wrong(read[at]?.at ?? 0, field === 'endsAt' ? 'until' : field, words.faults[fault]);
    }
    return { dates: read.map(({ at: _, ...date }) => date) };
  });
}

function isEmpty({ startsAt, until, place }: Row): boolean {
  return startsAt === '' && until === '' && place === '';
}

/** The end is a time of the same day: nobody plans a panel over midnight. */
function readRow(
  { kind, startsAt, until, place }: Row,
  timeZone: string,
  wrong: (field: 'startsAt' | 'until', message: string) => void,
): DateDraft | null {
  if (startsAt === '') {
    wrong('startsAt', words.dayMissing);
    return null;
  }
  const start = readLocalTime(startsAt, timeZone);
  if (!start.ok) {
    wrong('startsAt', words.unreadable[start.reason]);
    return null;
  }
  if (until === '' || !mayLast(kind)) return { kind, startsAt: start.value, endsAt: null, place };
  const end = readLocalTime(`${startsAt.slice(0, 10)}T${until}`, timeZone);
  if (!end.ok) wrong('until', words.untilFaults[end.reason]);
  return { kind, startsAt: start.value, endsAt: end.ok ? end.value : null, place };
}
