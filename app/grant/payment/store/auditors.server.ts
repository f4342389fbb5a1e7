import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { auditor, bookReading } from '#db/schema/payment-auditor.ts';

export type AuditorRow = typeof auditor.$inferSelect;
export type ReadingRow = typeof bookReading.$inferSelect;

/** Audits of a person that nobody has ended, over or not. */
export function findAuditsOf(tx: Tx, personId: Id): AuditorRow[] {
  return tx
    .select()
    .from(auditor)
    .where(and(eq(auditor.personId, personId), isNull(auditor.endedAt)))
    .all();
}

/** Every audit of a partner, the newest first. */
export function findAuditors(tx: Tx, partnerId: Id): AuditorRow[] {
  return tx
    .select()
    .from(auditor)
    .where(eq(auditor.partnerId, partnerId))
    .orderBy(desc(auditor.appointedAt), desc(auditor.id))
    .all();
}

export function findAuditor(tx: Tx, auditorId: Id): AuditorRow | null {
  return tx.select().from(auditor).where(eq(auditor.id, auditorId)).get() ?? null;
}

export function insertAuditor(tx: Tx, row: Omit<AuditorRow, 'endedAt' | 'endedBy'>): void {
  tx.insert(auditor).values(row).run();
}

/** @returns false when it had ended already */
export function endAuditor(tx: Tx, auditorId: Id, ended: { at: Instant; by: Id }): boolean {
  const { changes } = tx
    .update(auditor)
    .set({ endedAt: ended.at, endedBy: ended.by })
    .where(and(eq(auditor.id, auditorId), isNull(auditor.endedAt)))
    .run();
  return changes === 1;
}

export function insertReading(tx: Tx, row: Omit<ReadingRow, 'id'>): void {
  tx.insert(bookReading).values(row).run();
}

/** What an auditor was shown last, the newest first. */
export function findReadings(tx: Tx, auditorId: Id, limit: number): ReadingRow[] {
  return tx
    .select()
    .from(bookReading)
    .where(eq(bookReading.auditorId, auditorId))
    .orderBy(desc(bookReading.id))
    .limit(limit)
    .all();
}
