import { and, asc, eq, inArray, isNull, notInArray, or } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { payout, payoutRecusal, payoutStop, tranche } from '#db/schema/payment.ts';
import type { PayoutState } from '../rules/payout-state.ts';
import type { StopReason } from '../rules/stops.ts';

export type PayoutRow = typeof payout.$inferSelect;
export type PayoutChange = Partial<typeof payout.$inferInsert> & { state: PayoutState };

const DEAD = ['failed', 'returned', 'cancelled'] as const satisfies readonly PayoutState[];

export function insertPayout(tx: Tx, row: PayoutRow): void {
  tx.insert(payout).values(row).run();
}

export function findPayout(tx: Tx, payoutId: Id): PayoutRow | null {
  return tx.select().from(payout).where(eq(payout.id, payoutId)).get() ?? null;
}

/** Every attempt at a tranche, in order. */
export function findAttempts(tx: Tx, trancheId: Id): PayoutRow[] {
  return tx.select().from(payout).where(eq(payout.trancheId, trancheId)).orderBy(asc(payout.attempt)).all();
}

export function findLivePayoutsOfAward(tx: Tx, awardId: Id): PayoutRow[] {
  return tx
    .select({ payout })
    .from(payout)
    .innerJoin(tranche, eq(tranche.id, payout.trancheId))
    .where(and(eq(tranche.awardId, awardId), notInArray(payout.state, [...DEAD])))
    .orderBy(asc(tranche.position))
    .all()
    .map((row) => row.payout);
}

/** Whether somebody prepared or approved any attempt to pay an award. */
export function hasSigned(tx: Tx, awardId: Id, personId: Id): boolean {
  const signed = tx
    .select({ id: payout.id })
    .from(payout)
    .innerJoin(tranche, eq(tranche.id, payout.trancheId))
    .where(and(eq(tranche.awardId, awardId), or(eq(payout.makerId, personId), eq(payout.checkerId, personId))))
    .limit(1)
    .get();
  return signed !== undefined;
}

export function insertRecusal(tx: Tx, row: typeof payoutRecusal.$inferInsert): void {
  tx.insert(payoutRecusal).values(row).onConflictDoNothing().run();
}

export function isRecused(tx: Tx, awardId: Id, personId: Id): boolean {
  const row = tx
    .select()
    .from(payoutRecusal)
    .where(and(eq(payoutRecusal.awardId, awardId), eq(payoutRecusal.personId, personId)))
    .get();
  return row !== undefined;
}

/** Every attempt of every tranche of these calls, oldest first. */
export function findPayoutsOfCalls(tx: Tx, callIds: readonly Id[]): PayoutRow[] {
  if (callIds.length === 0) return [];
  return tx
    .select({ payout })
    .from(payout)
    .innerJoin(tranche, eq(tranche.id, payout.trancheId))
    .where(inArray(tranche.callId, [...callIds]))
    .orderBy(asc(payout.madeAt), asc(payout.id))
    .all()
    .map((row) => row.payout);
}

export function findPayoutsInFile(tx: Tx, bankFileId: Id): PayoutRow[] {
  return tx.select().from(payout).where(eq(payout.bankFileId, bankFileId)).orderBy(asc(payout.endToEndId)).all();
}

/** Compare-and-set: of two people who press at the same time, the second finds another state. */
export function movePayoutRow(tx: Tx, payoutId: Id, from: PayoutState, change: PayoutChange): void {
  const moved = tx
    .update(payout)
    .set(change)
    .where(and(eq(payout.id, payoutId), eq(payout.state, from)))
    .run();
  invariant(moved.changes === 1, `a payout that was ${from} a moment ago still is`);
}

export type StopRow = typeof payoutStop.$inferSelect;

/** Any stop that holds payments up now. */
export function findLiveStop(tx: Tx): StopRow | null {
  return tx.select().from(payoutStop).where(isNull(payoutStop.liftedAt)).get() ?? null;
}

export function findLiveStopOf(tx: Tx, reason: StopReason): StopRow | null {
  const isIt = and(isNull(payoutStop.liftedAt), eq(payoutStop.reason, reason));
  return tx.select().from(payoutStop).where(isIt).get() ?? null;
}

export function insertStop(tx: Tx, row: Pick<StopRow, 'id' | 'reason' | 'detail' | 'foundAt'>): void {
  tx.insert(payoutStop).values(row).run();
}

/** @param by  who lifts it and what she did to be sure; null for the portal itself */
export function liftStop(tx: Tx, stopId: Id, at: number, by: { personId: Id; note: string } | null = null): void {
  tx.update(payoutStop)
    .set({ liftedAt: at, liftedBy: by?.personId ?? null, liftNote: by?.note ?? null })
    .where(eq(payoutStop.id, stopId))
    .run();
}

/** What waits for a bank file or for a payment by hand, in the order it was approved. */
export function findApproved(
  tx: Tx,
  callId: Id,
  rail: PayoutRow['rail'],
): { payout: PayoutRow; tranche: typeof tranche.$inferSelect }[] {
  return tx
    .select({ payout, tranche })
    .from(payout)
    .innerJoin(tranche, eq(tranche.id, payout.trancheId))
    .where(and(eq(tranche.callId, callId), eq(payout.state, 'approved'), eq(payout.rail, rail)))
    .orderBy(asc(payout.approvedAt), asc(payout.id))
    .all();
}
