import { and, asc, eq, gt, inArray, lte, or } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { call, callDate, callReminder } from '#db/schema/call.ts';
import { type CallDate, inOrder } from '../rules/plan.ts';
import type { Milestone } from '../rules/timeline.ts';

/** The plan of a call, in the order in which it happens. */
export function findDates(tx: Tx, callId: Id): CallDate[] {
  return findDatesOf(tx, [callId]).get(callId) ?? [];
}

/** The plans of several calls: one query, however many there are. A call without a plan is missing. */
export function findDatesOf(tx: Tx, callIds: readonly Id[]): ReadonlyMap<Id, CallDate[]> {
  if (callIds.length === 0) return new Map();
  const rows = tx
    .select()
    .from(callDate)
    .where(inArray(callDate.callId, [...callIds]))
    .orderBy(asc(callDate.startsAt))
    .all();
  return new Map(
    [...Map.groupBy(rows, (row) => row.callId)].map(([callId, dates]) => [
      callId,
      inOrder(dates.map(({ callId: _, ...date }) => date)),
    ]),
  );
}

/** Writes the whole plan. Nothing refers to the dates of a draft, so their ids survive. */
export function writeDates(tx: Tx, callId: Id, dates: readonly CallDate[]): void {
  tx.delete(callDate).where(eq(callDate.callId, callId)).run();
  for (const date of dates) {
    tx.insert(callDate)
      .values({ ...date, callId })
      .run();
  }
}

/** Published calls with anything on their plan after one moment and up to another. */
export function findCallsWithDatesBetween(tx: Tx, after: Instant, until: Instant) {
  const planned = tx
    .select({ callId: callDate.callId })
    .from(callDate)
    .where(and(gt(callDate.startsAt, after), lte(callDate.startsAt, until)));
  return tx
    .select({ id: call.id, opensAt: call.opensAt, closesAt: call.closesAt, publishedAt: call.publishedAt })
    .from(call)
    .where(
      and(
        eq(call.state, 'published'),
        or(
          and(gt(call.opensAt, after), lte(call.opensAt, until)),
          and(gt(call.closesAt, after), lte(call.closesAt, until)),
          inArray(call.id, planned),
        ),
      ),
    )
    .orderBy(asc(call.closesAt), asc(call.id))
    .all();
}

type Reminded = Pick<Milestone, 'kind' | 'startsAt'>;

export function findReminders(tx: Tx, callId: Id): Reminded[] {
  return tx
    .select({ kind: callReminder.kind, startsAt: callReminder.startsAt })
    .from(callReminder)
    .where(eq(callReminder.callId, callId))
    .all();
}

export function insertReminders(tx: Tx, callId: Id, dates: readonly Reminded[], remindedAt: Instant): void {
  for (const { kind, startsAt } of dates) {
    tx.insert(callReminder).values({ callId, kind, startsAt, remindedAt }).run();
  }
}
