import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { statementImport, statementLine, statementLinePayout } from '#db/schema/payment-statement.ts';

export type ImportRow = typeof statementImport.$inferSelect;
export type LineRow = typeof statementLine.$inferSelect;
export type LineState = LineRow['state'];

export function hasImported(tx: Tx, partnerId: Id, fileHash: string): boolean {
  const isIt = and(eq(statementImport.partnerId, partnerId), eq(statementImport.fileHash, fileHash));
  return tx.select({ id: statementImport.id }).from(statementImport).where(isIt).get() !== undefined;
}

export function insertImport(tx: Tx, row: ImportRow): void {
  tx.insert(statementImport).values(row).run();
}

/** Newest first. */
export function findImports(tx: Tx, partnerId: Id): ImportRow[] {
  return tx
    .select()
    .from(statementImport)
    .where(eq(statementImport.partnerId, partnerId))
    .orderBy(desc(statementImport.importedAt), desc(statementImport.id))
    .all();
}

/** @returns false where an earlier file has brought the very line already */
export function insertLine(tx: Tx, row: LineRow): boolean {
  const target = [statementLine.partnerId, statementLine.keyHash];
  return tx.insert(statementLine).values(row).onConflictDoNothing({ target }).run().changes === 1;
}

export function findLine(tx: Tx, lineId: Id): LineRow | null {
  return tx.select().from(statementLine).where(eq(statementLine.id, lineId)).get() ?? null;
}

/** In the order of booking. */
export function findLinesIn(tx: Tx, partnerId: Id, state: LineState): LineRow[] {
  return tx
    .select()
    .from(statementLine)
    .where(and(eq(statementLine.partnerId, partnerId), eq(statementLine.state, state)))
    .orderBy(asc(statementLine.bookedOn), asc(statementLine.id))
    .all();
}

/** Compare-and-set: of two people who press at the same time, the second finds it decided. */
export function moveLine(
  tx: Tx,
  lineId: Id,
  from: LineState,
  change: Pick<LineRow, 'state' | 'note' | 'decidedAt' | 'decidedBy'>,
): void {
  const isIt = and(eq(statementLine.id, lineId), eq(statementLine.state, from));
  const moved = tx.update(statementLine).set(change).where(isIt).run();
  invariant(moved.changes === 1, `a line that was ${from} a moment ago still is`);
}

export function insertLinePayout(tx: Tx, row: typeof statementLinePayout.$inferInsert): void {
  tx.insert(statementLinePayout).values(row).run();
}

/** Of these payouts, those that a line has shown leaving. */
export function payoutsSeenLeaving(tx: Tx, payoutIds: readonly Id[]): ReadonlySet<Id> {
  if (payoutIds.length === 0) return new Set();
  const rows = tx
    .select({ payoutId: statementLinePayout.payoutId })
    .from(statementLinePayout)
    .where(and(inArray(statementLinePayout.payoutId, [...payoutIds]), eq(statementLinePayout.direction, 'left')))
    .all();
  return new Set(rows.map(({ payoutId }) => payoutId));
}
