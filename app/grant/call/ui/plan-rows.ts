import type { FormReply } from '#app/ui/form-reply.ts';
import { writeLocalTime } from '#app/ui/local-time.ts';
import { PLAN_ROWS_MAX } from '../forms/plan.ts';
import { type CallDate, DATE_KINDS, type DateKind, type PlannedCall } from '../rules/plan.ts';
import { proposedPlan } from '../rules/plan-proposal.ts';

/** One row of the plan as it stands in the form. */
export type PlanRow = {
  readonly id: string;
  readonly kind: DateKind;
  readonly startsAt: string;
  readonly until: string;
  readonly place: string;
};

type Planned = PlannedCall & { readonly timeZone: string };

const EMPTY = { id: '', startsAt: '', until: '', place: '' } as const;

/** A saved plan as rows, and an empty row for every kind that has no date yet. */
export function rowsOf(call: Planned & { readonly dates: readonly CallDate[] }): PlanRow[] {
  const rows = call.dates.map((date) => ({
    id: date.id,
    kind: date.kind,
    startsAt: writeLocalTime(date.startsAt, call.timeZone),
    until: date.endsAt === null ? '' : writeLocalTime(date.endsAt, call.timeZone).slice(11),
    place: date.place,
  }));
  return withRoom(rows, call);
}

/** The rows that were sent, in their order. */
export function rowsIn(typed: FormReply['typed']): PlanRow[] {
  const rows: PlanRow[] = [];
  for (let at = 0; at < PLAN_ROWS_MAX; at += 1) {
    const kind = DATE_KINDS.find((known) => known === typed[rowField(at, 'kind')]?.[0]);
    if (kind === undefined) break;
    const value = (field: keyof PlanRow) => typed[rowField(at, field)]?.[0] ?? '';
    rows.push({ id: value('id'), kind, startsAt: value('startsAt'), until: value('until'), place: value('place') });
  }
  return rows;
}

/** Rows as fields of the form. */
export function fieldsOf(rows: readonly PlanRow[]): FormReply['typed'] {
  return Object.fromEntries(
    rows.flatMap((row, at) =>
      (Object.keys(row) as (keyof PlanRow)[]).map((field) => [rowField(at, field), [row[field]]] as const),
    ),
  );
}

/** The name of a field in a row. */
export function rowField(at: number, field: keyof PlanRow): string {
  return `rows[${at}].${field}`;
}

/** What the buttons that save nothing do. Anything else leaves the rows as they are. */
export function pressed(rows: readonly PlanRow[], intent: string, call: Planned): PlanRow[] {
  const [verb, what] = intent.split(' ');
  if (verb === 'propose') return withProposal(rows, call);
  if (verb === 'remove') return withRoom(rows.toSpliced(Number(what), 1), call);
  const kind = DATE_KINDS.find((known) => known === what);
  if (verb === 'add' && kind !== undefined && rows.length < PLAN_ROWS_MAX) return [...rows, { ...EMPTY, kind }];
  return [...rows];
}

/** Fills what is missing and changes nothing that somebody wrote. */
function withProposal(rows: readonly PlanRow[], call: Planned): PlanRow[] {
  const day = (at: number) => writeLocalTime(at, call.timeZone).slice(0, 10);
  const written = rows.filter((row) => row.startsAt !== '' || row.until !== '' || row.place !== '');
  const missing = proposedPlan(day(call.opensAt), day(call.closesAt), call.hasPitchDay).filter(
    ({ kind }) => !written.some((row) => row.kind === kind),
  );
  const proposed = missing.map(({ kind, on, from, until }) => ({
    ...EMPTY,
    kind,
    startsAt: `${on}T${from}`,
    until: until ?? '',
  }));
  return withRoom([...written, ...proposed], call);
}

function withRoom(rows: readonly PlanRow[], { hasPitchDay }: PlannedCall): PlanRow[] {
  const missing = DATE_KINDS.filter(
    (kind) => !rows.some((row) => row.kind === kind) && (kind !== 'pitch-day' || hasPitchDay),
  );
  return [...rows, ...missing.map((kind) => ({ ...EMPTY, kind }))];
}
