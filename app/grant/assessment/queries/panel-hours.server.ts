import type { Id } from '#app/kernel/id.ts';
import type { Currency, Minor } from '#app/kernel/money.ts';
import { peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callSummary } from '../../call/queries/call-facts.server.ts';
import { type HoursKind, type HoursState, type HoursTotal, hoursTotals, payFor } from '../rules/hours.ts';
import { type PayChoice, payOffered } from '../rules/seat-terms.ts';
import { findHoursOf, findHoursOfPanel, type HoursRow } from '../store/hours.server.ts';
import { findMember } from '../store/panel.server.ts';
import { findOffer, findSeatTerms } from '../store/seat-terms.server.ts';
import { dayIn } from './day-in.server.ts';
import { runPanel } from './run-panel.server.ts';

export type ShownHours = {
  readonly hoursId: Id;
  readonly kind: HoursKind;
  readonly minutes: number;
  /** ISO 8601 date. */
  readonly day: string;
  readonly note: string;
  readonly payChoice: PayChoice;
  readonly hourlyMinor: Minor | null;
  /** What it is worth; null where nothing is paid. */
  readonly amountMinor: Minor | null;
  readonly state: HoursState;
  readonly answer: string;
};

export type MyHours = {
  readonly call: { readonly id: Id; readonly title: string; readonly currency: Currency; readonly timeZone: string };
  readonly today: string;
  readonly payChoice: PayChoice;
  readonly hourlyMinor: Minor | null;
  readonly isPaid: boolean;
  readonly entries: readonly ShownHours[];
  readonly totals: readonly HoursTotal[];
};

/** What the signed-in member has written down, and what became of it; null unless seated. */
export function myHours(context: Context, callId: Id): MyHours | null {
  const { actor, db } = context;
  const call = callSummary(context, callId);
  const member = actor === null ? null : findMember(db, callId, actor.personId);
  if (call === null || member?.state !== 'accepted') return null;
  const offer = findOffer(db, callId);
  const rows = findHoursOf(db, member.id);
  const { id, title, currency, timeZone } = call;
  return {
    call: { id, title, currency, timeZone },
    today: dayIn(timeZone, context.now),
    payChoice: findSeatTerms(db, member.id)?.payChoice ?? 'none',
    hourlyMinor: offer?.hourlyMinor ?? null,
    isPaid: payOffered(member.kind, offer).length > 1,
    entries: rows.map(shown),
    totals: hoursTotals(rows),
  };
}

export type HoursDesk = {
  readonly call: MyHours['call'];
  readonly totals: readonly HoursTotal[];
  readonly entries: readonly (ShownHours & { readonly name: string })[];
};

/** What everybody on the panel has written down, for whoever runs it; null for everybody else. */
export function hoursDesk(context: Context, callId: Id): HoursDesk | null {
  const run = runPanel(context, callId);
  if (run === null) return null;
  const rows = findHoursOfPanel(context.db, callId);
  const people = peopleById(
    context,
    rows.map(({ personId }) => personId),
  );
  const { id, title, currency, timeZone } = run.call;
  return {
    call: { id, title, currency, timeZone },
    totals: hoursTotals(rows),
    entries: rows.map((row) => ({ ...shown(row), name: people.get(row.personId)?.name ?? '' })),
  };
}

function shown(row: HoursRow): ShownHours {
  const { id, kind, minutes, day, note, payChoice, hourlyMinor, state, answer } = row;
  return { hoursId: id, kind, minutes, day, note, payChoice, hourlyMinor, amountMinor: payFor(row), state, answer };
}
