import { and, asc, eq, exists, gt, isNull, lte, ne, or, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { prepared } from '#app/platform/prepared.server.ts';
import { event } from '#db/schema/pitch-day.ts';
import { attendance, dayOffer, party } from '#db/schema/pitch-day-coming.ts';

export type DayOffer = typeof dayOffer.$inferSelect;
export type Party = typeof party.$inferSelect;
export type Attendance = typeof attendance.$inferSelect;

export type PartyChanges = Partial<Omit<Party, 'id' | 'eventId' | 'linkHash' | 'version' | 'signedUpAt' | 'addedBy'>>;

const offerOfEvent = prepared((tx) =>
  tx
    .select()
    .from(dayOffer)
    .where(eq(dayOffer.eventId, sql.placeholder('eventId')))
    .prepare(),
);

/** Null for an event whose manager has not said yet what it offers. */
export function findOffer(tx: Tx, eventId: Id): DayOffer | null {
  return offerOfEvent(tx).get({ eventId }) ?? null;
}

export function writeOffer(tx: Tx, row: DayOffer): void {
  const { eventId, ...changes } = row;
  tx.insert(dayOffer).values(row).onConflictDoUpdate({ target: dayOffer.eventId, set: changes }).run();
}

const partiesOfEvent = prepared((tx) =>
  tx
    .select()
    .from(party)
    .where(eq(party.eventId, sql.placeholder('eventId')))
    .orderBy(asc(party.turn))
    .prepare(),
);

/** Everybody who ever signed up, in turn. */
export function partiesOf(tx: Tx, eventId: Id): Party[] {
  return partiesOfEvent(tx).all({ eventId });
}

export function findParty(tx: Tx, partyId: Id): Party | null {
  return tx.select().from(party).where(eq(party.id, partyId)).get() ?? null;
}

export function findPartyByLink(tx: Tx, linkHash: string): Party | null {
  return tx.select().from(party).where(eq(party.linkHash, linkHash)).get() ?? null;
}

export function findPartyByContact(tx: Tx, eventId: Id, contactHash: string): Party | null {
  return (
    tx
      .select()
      .from(party)
      .where(and(eq(party.eventId, eventId), eq(party.contactHash, contactHash)))
      .get() ?? null
  );
}

export function insertParty(tx: Tx, row: Party): void {
  tx.insert(party).values(row).run();
}

/**
 * Compare-and-set: changes the party only if nobody else has since `seen` was read.
 *
 * @returns false when somebody has
 */
export function changeParty(tx: Tx, seen: Pick<Party, 'id' | 'version'>, changes: PartyChanges): boolean {
  const changed = tx
    .update(party)
    .set({ ...changes, version: seen.version + 1 })
    .where(and(eq(party.id, seen.id), eq(party.version, seen.version)))
    .run();
  return changed.changes === 1;
}

/** Days that begin within a time and were not reminded of with that start. */
export function eventsToRemindOf(tx: Tx, after: Instant, upTo: Instant): { id: Id; startsAt: Instant }[] {
  return tx
    .select({ id: event.id, startsAt: event.startsAt })
    .from(event)
    .innerJoin(dayOffer, eq(dayOffer.eventId, event.id))
    .where(
      and(
        gt(event.startsAt, after),
        lte(event.startsAt, upTo),
        or(isNull(dayOffer.remindedOf), ne(dayOffer.remindedOf, event.startsAt)),
      ),
    )
    .all();
}

export function markReminded(tx: Tx, eventId: Id, remindedOf: Instant): void {
  tx.update(dayOffer).set({ remindedOf }).where(eq(dayOffer.eventId, eventId)).run();
}

/** Days that began before a moment and still have names. */
export function eventsWithNamesBefore(tx: Tx, before: Instant): Id[] {
  const names = tx.select({ id: party.id }).from(party).where(eq(party.eventId, event.id));
  return tx
    .select({ id: event.id })
    .from(event)
    .where(and(lte(event.startsAt, before), exists(names)))
    .all()
    .map(({ id }) => id);
}

export function findAttendance(tx: Tx, eventId: Id): Attendance | null {
  return tx.select().from(attendance).where(eq(attendance.eventId, eventId)).get() ?? null;
}

/** Keeps the numbers and deletes the names. */
export function keepNumbersOnly(tx: Tx, row: Attendance): void {
  tx.insert(attendance).values(row).run();
  tx.delete(party).where(eq(party.eventId, row.eventId)).run();
}
