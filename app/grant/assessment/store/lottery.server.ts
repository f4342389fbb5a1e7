import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { isAmong, listed, prepared } from '#app/platform/prepared.server.ts';
import { lotteryThrow, panelLottery } from '#db/schema/assessment-lottery.ts';

export type LotteryRow = typeof panelLottery.$inferSelect;
export type ThrowRow = typeof lotteryThrow.$inferSelect;

/** The lottery of a panel; null where none was fixed. */
export function findLottery(tx: Tx, callId: Id): LotteryRow | null {
  return tx.select().from(panelLottery).where(eq(panelLottery.callId, callId)).get() ?? null;
}

const undrawnAmong = prepared((tx) =>
  tx
    .select()
    .from(panelLottery)
    .where(and(isAmong(panelLottery.callId, 'callIds'), isNull(panelLottery.drawnAt)))
    .orderBy(asc(panelLottery.fixedAt))
    .prepare(),
);

/** Lotteries of these calls whose list is fixed and whose throw is not read by two, the longest wait first. */
export function findUndrawn(tx: Tx, callIds: readonly Id[]): LotteryRow[] {
  return undrawnAmong(tx).all({ callIds: listed(callIds) });
}

/** Fixes what lots are drawn among; a panel has one lottery. */
export function insertLottery(tx: Tx, row: Omit<LotteryRow, 'thrown' | 'seed' | 'drawn' | 'drawnAt'>): void {
  tx.insert(panelLottery).values(row).run();
}

/** What was read off the dice so far, oldest first. */
export function throwsOf(tx: Tx, lotteryId: Id): ThrowRow[] {
  return tx
    .select()
    .from(lotteryThrow)
    .where(eq(lotteryThrow.lotteryId, lotteryId))
    .orderBy(asc(lotteryThrow.typedAt), asc(sql`${lotteryThrow}.rowid`))
    .all();
}

/** Writes down what somebody read. */
export function insertThrow(tx: Tx, row: ThrowRow): void {
  tx.insert(lotteryThrow).values(row).run();
}

/** Writes down what was drawn; the database wants two people who have read the same. */
export function writeDrawing(
  tx: Tx,
  lotteryId: Id,
  drawing: { thrown: string; seed: string; drawn: readonly Id[]; drawnAt: Instant },
): void {
  tx.update(panelLottery).set(drawing).where(eq(panelLottery.id, lotteryId)).run();
}
