import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { isAmong, listed, prepared } from '#app/platform/prepared.server.ts';
import { event, pitch, sheetBatch, sheetCount } from '#db/schema/pitch-day.ts';

export type PitchEvent = typeof event.$inferSelect;
export type Pitch = typeof pitch.$inferSelect;
export type SheetBatch = typeof sheetBatch.$inferSelect;
export type SheetCount = typeof sheetCount.$inferSelect;

/** What may change about an event; its version grows by itself with each change. */
export type EventChanges = Partial<Omit<PitchEvent, 'id' | 'callId' | 'version' | 'createdBy' | 'createdAt'>>;

const eventById = prepared((tx) =>
  tx
    .select()
    .from(event)
    .where(eq(event.id, sql.placeholder('eventId')))
    .prepare(),
);

export function findEvent(tx: Tx, eventId: Id): PitchEvent | null {
  return eventById(tx).get({ eventId }) ?? null;
}

const eventOfCall = prepared((tx) =>
  tx
    .select()
    .from(event)
    .where(eq(event.callId, sql.placeholder('callId')))
    .prepare(),
);

export function findEventOfCall(tx: Tx, callId: Id): PitchEvent | null {
  return eventOfCall(tx).get({ callId }) ?? null;
}

const eventsOfCalls = prepared((tx) => tx.select().from(event).where(isAmong(event.callId, 'callIds')).prepare());

export function findEventsOfCalls(tx: Tx, callIds: readonly Id[]): PitchEvent[] {
  return eventsOfCalls(tx).all({ callIds: listed(callIds) });
}

const eventOfPoll = prepared((tx) =>
  tx
    .select()
    .from(event)
    .where(eq(event.pollId, sql.placeholder('pollId')))
    .prepare(),
);

export function findEventOfPoll(tx: Tx, pollId: Id): PitchEvent | null {
  return eventOfPoll(tx).get({ pollId }) ?? null;
}

const everyEventWithPoll = prepared((tx) =>
  tx.select().from(event).where(isNotNull(event.pollId)).orderBy(asc(event.startsAt)).prepare(),
);

/** Events with a fixed ballot paper, the next one first. */
export function eventsWithPoll(tx: Tx): PitchEvent[] {
  return everyEventWithPoll(tx).all();
}

export function insertEvent(tx: Tx, row: PitchEvent): void {
  tx.insert(event).values(row).run();
}

/**
 * Compare-and-set: changes the event only if nobody else has since `seen` was read.
 *
 * @returns false when somebody has
 */
export function changeEvent(tx: Tx, seen: Pick<PitchEvent, 'id' | 'version'>, changes: EventChanges): boolean {
  const changed = tx
    .update(event)
    .set({ ...changes, version: seen.version + 1 })
    .where(and(eq(event.id, seen.id), eq(event.version, seen.version)))
    .run();
  return changed.changes === 1;
}

const pitchesOfEvent = prepared((tx) =>
  tx
    .select()
    .from(pitch)
    .where(eq(pitch.eventId, sql.placeholder('eventId')))
    .orderBy(asc(pitch.position))
    .prepare(),
);

export function pitchesOf(tx: Tx, eventId: Id): Pitch[] {
  return pitchesOfEvent(tx).all({ eventId });
}

/** Writes the whole running order anew; a pitch keeps its id through every order. */
export function writeRunningOrder(
  tx: Tx,
  eventId: Id,
  ordered: readonly { readonly id: Id; readonly applicationId: Id }[],
): void {
  tx.delete(pitch).where(eq(pitch.eventId, eventId)).run();
  for (const [index, entry] of ordered.entries()) {
    tx.insert(pitch)
      .values({ id: entry.id, applicationId: entry.applicationId, eventId, position: index + 1 })
      .run();
  }
}

export function batchesOf(tx: Tx, eventId: Id): SheetBatch[] {
  return tx
    .select()
    .from(sheetBatch)
    .where(eq(sheetBatch.eventId, eventId))
    .orderBy(asc(sheetBatch.printedAt), asc(sheetBatch.label))
    .all();
}

export function insertBatch(tx: Tx, row: SheetBatch): void {
  tx.insert(sheetBatch).values(row).run();
}

/** @returns false when the batch was void already */
export function markBatchVoid(tx: Tx, batchId: Id, at: Instant): boolean {
  const marked = tx
    .update(sheetBatch)
    .set({ voidedAt: at })
    .where(and(eq(sheetBatch.id, batchId), isNull(sheetBatch.voidedAt)))
    .run();
  return marked.changes === 1;
}

export function findSheetCount(tx: Tx, pollId: Id): SheetCount | null {
  return tx.select().from(sheetCount).where(eq(sheetCount.pollId, pollId)).get() ?? null;
}

export function insertSheetCount(tx: Tx, row: SheetCount): void {
  tx.insert(sheetCount).values(row).run();
}
