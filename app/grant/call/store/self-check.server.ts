import { asc, eq, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { callCheckCount, callCheckItem } from '#db/schema/call.ts';
import type { CheckItemDraft, CheckOutcome } from '../rules/self-check.ts';

export type CheckItem = CheckItemDraft & { readonly id: Id };

export function findCheckItems(tx: Tx, callId: Id): CheckItem[] {
  return tx
    .select({
      id: callCheckItem.id,
      statement: callCheckItem.statement,
      route: callCheckItem.route,
      advice: callCheckItem.advice,
      link: callCheckItem.link,
      otherSlug: callCheckItem.otherSlug,
    })
    .from(callCheckItem)
    .where(eq(callCheckItem.callId, callId))
    .orderBy(asc(callCheckItem.position))
    .all();
}

/** Writes the whole list in its order. Nothing refers to the sentences of a draft, so their ids survive. */
export function writeCheckItems(tx: Tx, callId: Id, items: readonly CheckItem[]): void {
  tx.delete(callCheckItem).where(eq(callCheckItem.callId, callId)).run();
  for (const [place, { id, statement, route, advice, link, otherSlug }] of items.entries()) {
    tx.insert(callCheckItem)
      .values({ id, callId, position: place + 1, statement, route, advice, link, otherSlug })
      .run();
  }
}

/** One more check that ended like this. */
export function addToCount(tx: Tx, callId: Id, outcome: CheckOutcome): void {
  tx.insert(callCheckCount)
    .values({ callId, outcome, count: 1 })
    .onConflictDoUpdate({
      target: [callCheckCount.callId, callCheckCount.outcome],
      set: { count: sql`${callCheckCount.count} + 1` },
    })
    .run();
}

export function findCheckCounts(tx: Tx, callId: Id): Readonly<Record<CheckOutcome, number>> {
  const rows = tx.select().from(callCheckCount).where(eq(callCheckCount.callId, callId)).all();
  const countOf = (outcome: CheckOutcome) => rows.find((row) => row.outcome === outcome)?.count ?? 0;
  return { fits: countOf('fits'), 'another-way': countOf('another-way') };
}
