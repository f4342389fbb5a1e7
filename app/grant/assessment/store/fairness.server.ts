import { and, asc, eq, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { fairnessCheck } from '#db/schema/assessment-review.ts';

export type FairnessRow = typeof fairnessCheck.$inferSelect;

/** What the chair said to the figures of exactly these scores; null before she has. */
export function findFairness(tx: Tx, callId: Id, scoresHash: string): FairnessRow | null {
  return (
    tx
      .select()
      .from(fairnessCheck)
      .where(and(eq(fairnessCheck.callId, callId), eq(fairnessCheck.scoresHash, scoresHash)))
      .get() ?? null
  );
}

/** Everything the chair of a panel ever said to such figures, oldest first. */
export function fairnessOfCall(tx: Tx, callId: Id): FairnessRow[] {
  return tx
    .select()
    .from(fairnessCheck)
    .where(eq(fairnessCheck.callId, callId))
    .orderBy(asc(fairnessCheck.respondedAt), sql`${fairnessCheck}.rowid`)
    .all();
}

/** Writes it down for good. */
export function insertFairness(tx: Tx, row: FairnessRow): void {
  tx.insert(fairnessCheck).values(row).run();
}
