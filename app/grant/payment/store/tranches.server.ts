import { and, asc, eq } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { isAmong, listed, prepared } from '#app/platform/prepared.server.ts';
import { tranche } from '#db/schema/payment.ts';
import type { TrancheState } from '../rules/tranche-status.ts';

export type TrancheRow = typeof tranche.$inferSelect;

export function insertTranche(tx: Tx, row: TrancheRow): void {
  tx.insert(tranche).values(row).run();
}

export function findTranche(tx: Tx, trancheId: Id): TrancheRow | null {
  return tx.select().from(tranche).where(eq(tranche.id, trancheId)).get() ?? null;
}

export function findTranches(tx: Tx, awardId: Id): TrancheRow[] {
  return tx.select().from(tranche).where(eq(tranche.awardId, awardId)).orderBy(asc(tranche.position)).all();
}

const tranchesOfCalls = prepared((tx) =>
  tx
    .select()
    .from(tranche)
    .where(isAmong(tranche.callId, 'callIds'))
    .orderBy(asc(tranche.awardId), asc(tranche.position))
    .prepare(),
);

export function findTranchesOfCalls(tx: Tx, callIds: readonly Id[]): TrancheRow[] {
  return tranchesOfCalls(tx).all({ callIds: listed(callIds) });
}

/** Compare-and-set: the state it was decided on must still be the state it has. */
export function moveTranche(
  tx: Tx,
  trancheId: Id,
  from: TrancheState,
  to: { state: TrancheState; dueAt?: Instant; paidAt?: Instant | null },
): void {
  const moved = tx
    .update(tranche)
    .set(to)
    .where(and(eq(tranche.id, trancheId), eq(tranche.state, from)))
    .run();
  invariant(moved.changes === 1, `a tranche that was ${from} a moment ago still is`);
}
