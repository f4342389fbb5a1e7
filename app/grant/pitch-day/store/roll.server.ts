import { and, asc, count, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { prepared } from '#app/platform/prepared.server.ts';
import { event } from '#db/schema/pitch-day.ts';
import { remoteVote, rollEntry } from '#db/schema/pitch-day-roll.ts';

export type RemoteVote = typeof remoteVote.$inferSelect;
export type RollEntry = typeof rollEntry.$inferSelect;

const ofEvent = prepared((tx) =>
  tx
    .select()
    .from(remoteVote)
    .where(eq(remoteVote.eventId, sql.placeholder('eventId')))
    .prepare(),
);

/** Null where only people in the room vote. */
export function findRemoteVote(tx: Tx, eventId: Id): RemoteVote | null {
  return ofEvent(tx).get({ eventId }) ?? null;
}

export function writeRemoteVote(tx: Tx, row: RemoteVote): void {
  const { eventId: _, ...changes } = row;
  tx.insert(remoteVote).values(row).onConflictDoUpdate({ target: remoteVote.eventId, set: changes }).run();
}

/** Leaves the roll: a mind may be changed once more. */
export function deleteRemoteVote(tx: Tx, eventId: Id): void {
  tx.delete(remoteVote).where(eq(remoteVote.eventId, eventId)).run();
}

/** In the order of their numbers, which says nothing. */
export function entriesOf(tx: Tx, eventId: Id): RollEntry[] {
  return tx.select().from(rollEntry).where(eq(rollEntry.eventId, eventId)).orderBy(asc(rollEntry.number)).all();
}

export function countRoll(tx: Tx, eventId: Id): number {
  return tx.select({ size: count() }).from(rollEntry).where(eq(rollEntry.eventId, eventId)).get()?.size ?? 0;
}

/** How many people on the roll were given a pass. */
export function countPasses(tx: Tx, eventId: Id): number {
  const isIssued = and(eq(rollEntry.eventId, eventId), isNotNull(rollEntry.askedHash));
  return tx.select({ issued: count() }).from(rollEntry).where(isIssued).get()?.issued ?? 0;
}

export function findEntry(tx: Tx, entryId: Id): RollEntry | null {
  return tx.select().from(rollEntry).where(eq(rollEntry.id, entryId)).get() ?? null;
}

export function findEntryByContact(tx: Tx, eventId: Id, contactHash: string): RollEntry | null {
  const isIt = and(eq(rollEntry.eventId, eventId), eq(rollEntry.contactHash, contactHash));
  return tx.select().from(rollEntry).where(isIt).get() ?? null;
}

export function findEntryByNumber(tx: Tx, eventId: Id, number: string): RollEntry | null {
  const isIt = and(eq(rollEntry.eventId, eventId), eq(rollEntry.number, number));
  return tx.select().from(rollEntry).where(isIt).get() ?? null;
}

export function insertEntry(tx: Tx, row: RollEntry): void {
  tx.insert(rollEntry).values(row).run();
}

/** @returns false when there was none on this roll */
export function deleteEntry(tx: Tx, eventId: Id, entryId: Id): boolean {
  const isIt = and(eq(rollEntry.eventId, eventId), eq(rollEntry.id, entryId));
  return tx.delete(rollEntry).where(isIt).run().changes === 1;
}

export function deleteRoll(tx: Tx, eventId: Id): void {
  tx.delete(rollEntry).where(eq(rollEntry.eventId, eventId)).run();
}

/** Events that are over, and still say who on their roll asked for a pass. */
export function eventsThatKnowAskers(tx: Tx): Id[] {
  return tx
    .selectDistinct({ eventId: rollEntry.eventId })
    .from(rollEntry)
    .innerJoin(event, eq(event.id, rollEntry.eventId))
    .where(and(eq(event.state, 'over'), isNotNull(rollEntry.askedHash)))
    .all()
    .map(({ eventId }) => eventId);
}

/**
 * Writes the roll anew in the order of its numbers, without who asked for a pass. Anew, because a row that grew when
 * somebody asked was moved to where there was room: where rows stand in the file tells in which order people asked.
 */
export function forgetWhoAsked(tx: Tx, eventId: Id): void {
  const entries = entriesOf(tx, eventId);
  deleteRoll(tx, eventId);
  for (const entry of entries) insertEntry(tx, { ...entry, tries: 0, invitedAt: null, askedHash: null });
}

/** Events with people on their roll, and the poll of each. */
export function pollsWithRoll(tx: Tx): { eventId: Id; pollId: Id; isOver: boolean }[] {
  return tx
    .selectDistinct({ eventId: event.id, pollId: event.pollId, state: event.state })
    .from(rollEntry)
    .innerJoin(event, eq(event.id, rollEntry.eventId))
    .all()
    .flatMap(({ eventId, pollId, state }) => (pollId === null ? [] : [{ eventId, pollId, isOver: state === 'over' }]));
}

export function setTries(tx: Tx, entryId: Id, tries: number): void {
  tx.update(rollEntry).set({ tries }).where(eq(rollEntry.id, entryId)).run();
}

/** @returns false when a pass was given out before */
export function markAsked(tx: Tx, entryId: Id, askedHash: string): boolean {
  const isFirst = and(eq(rollEntry.id, entryId), isNull(rollEntry.askedHash));
  return tx.update(rollEntry).set({ askedHash }).where(isFirst).run().changes === 1;
}

export function markInvited(tx: Tx, entryId: Id, at: Instant): void {
  tx.update(rollEntry).set({ invitedAt: at }).where(eq(rollEntry.id, entryId)).run();
}
