import { and, asc, eq, gt, isNull, lte, ne } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { application } from '#db/schema/application.ts';
import { helpBooking, helpSlot } from '#db/schema/application-help.ts';

export type Slot = typeof helpSlot.$inferSelect;
export type Booking = typeof helpBooking.$inferSelect;

export function insertSlot(tx: Tx, row: Omit<Slot, 'withdrawnAt'>): void {
  tx.insert(helpSlot)
    .values({ ...row, withdrawnAt: null })
    .run();
}

export function findSlot(tx: Tx, slotId: Id): Slot | null {
  return tx.select().from(helpSlot).where(eq(helpSlot.id, slotId)).get() ?? null;
}

/** What somebody offers anywhere that is not over: nobody sits in two rooms. */
export function findSlotsOfHost(tx: Tx, hostId: Id): Slot[] {
  return tx
    .select()
    .from(helpSlot)
    .where(and(eq(helpSlot.hostId, hostId), isNull(helpSlot.withdrawnAt)))
    .all();
}

/** The slots of a call as they come, each with who has taken it; those that were taken back are missing. */
export function findSlotsOfCall(
  tx: Tx,
  callId: Id,
): { slot: Slot; booking: (Booking & { reference: string }) | null }[] {
  return tx
    .select({ slot: helpSlot, booking: helpBooking, reference: application.reference })
    .from(helpSlot)
    .leftJoin(helpBooking, and(eq(helpBooking.slotId, helpSlot.id), isNull(helpBooking.cancelledAt)))
    .leftJoin(application, eq(application.id, helpBooking.applicationId))
    .where(and(eq(helpSlot.callId, callId), isNull(helpSlot.withdrawnAt)))
    .orderBy(asc(helpSlot.startsAt), asc(helpSlot.id))
    .all()
    .map(({ slot, booking, reference }) => ({
      slot,
      booking: booking === null ? null : { ...booking, reference: reference ?? '' },
    }));
}

/** What can still be taken in a call. */
export function findFreeSlots(tx: Tx, callId: Id, now: Instant): Slot[] {
  return findSlotsOfCall(tx, callId)
    .filter(({ slot, booking }) => booking === null && slot.startsAt > now)
    .map(({ slot }) => slot);
}

export function withdrawSlot(tx: Tx, slotId: Id, now: Instant): void {
  tx.update(helpSlot).set({ withdrawnAt: now }).where(eq(helpSlot.id, slotId)).run();
}

export function insertBooking(
  tx: Tx,
  row: Pick<Booking, 'id' | 'slotId' | 'applicationId' | 'bookedBy' | 'bookedAt' | 'phone'>,
): void {
  tx.insert(helpBooking).values(row).run();
}

export function findBooking(tx: Tx, bookingId: Id): { booking: Booking; slot: Slot } | null {
  return (
    tx
      .select({ booking: helpBooking, slot: helpSlot })
      .from(helpBooking)
      .innerJoin(helpSlot, eq(helpSlot.id, helpBooking.slotId))
      .where(eq(helpBooking.id, bookingId))
      .get() ?? null
  );
}

/** Who has taken a slot now. */
export function findBookingOfSlot(tx: Tx, slotId: Id): Booking | null {
  const isLive = and(eq(helpBooking.slotId, slotId), isNull(helpBooking.cancelledAt));
  return tx.select().from(helpBooking).where(isLive).get() ?? null;
}

/** The times that an application has taken and not given back, as they come. */
export function findBookingsOf(tx: Tx, applicationId: Id): { booking: Booking; slot: Slot }[] {
  return tx
    .select({ booking: helpBooking, slot: helpSlot })
    .from(helpBooking)
    .innerJoin(helpSlot, eq(helpSlot.id, helpBooking.slotId))
    .where(and(eq(helpBooking.applicationId, applicationId), isNull(helpBooking.cancelledAt)))
    .orderBy(asc(helpSlot.startsAt))
    .all();
}

export function markCancelled(tx: Tx, bookingId: Id, by: Id, now: Instant): void {
  tx.update(helpBooking).set({ cancelledAt: now, cancelledBy: by }).where(eq(helpBooking.id, bookingId)).run();
}

export function markOutcome(tx: Tx, bookingId: Id, outcome: 'met' | 'missed'): void {
  tx.update(helpBooking).set({ outcome }).where(eq(helpBooking.id, bookingId)).run();
}

export function markReminded(tx: Tx, bookingId: Id, now: Instant): void {
  tx.update(helpBooking).set({ remindedAt: now }).where(eq(helpBooking.id, bookingId)).run();
}

/** Taken times of applications that still stand, that begin between two moments and were not reminded of. */
export function findBookingsBetween(tx: Tx, from: Instant, to: Instant): { booking: Booking; slot: Slot }[] {
  return tx
    .select({ booking: helpBooking, slot: helpSlot })
    .from(helpBooking)
    .innerJoin(helpSlot, eq(helpSlot.id, helpBooking.slotId))
    .innerJoin(application, eq(application.id, helpBooking.applicationId))
    .where(
      and(
        isNull(helpBooking.cancelledAt),
        isNull(helpBooking.remindedAt),
        gt(helpSlot.startsAt, from),
        lte(helpSlot.startsAt, to),
        ne(application.state, 'withdrawn'),
      ),
    )
    .all();
}
