import { and, asc, eq, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { prepared } from '#app/platform/prepared.server.ts';
import { panelRule, rankingRun } from '#db/schema/assessment-review.ts';

export type RuleRow = typeof panelRule.$inferSelect;
export type RunRow = typeof rankingRun.$inferSelect;

/** What a calculation was made from: with the same it gives the same. */
export type RunKey = Pick<RunRow, 'callId' | 'method' | 'seed' | 'scoresHash' | 'fundable'>;

/** What was chosen for a panel; null where nobody has chosen yet. */
export function findRule(tx: Tx, callId: Id): RuleRow | null {
  return tx.select().from(panelRule).where(eq(panelRule.callId, callId)).get() ?? null;
}

/** Writes what was chosen; the database refuses when somebody scores already. */
export function writeRule(tx: Tx, row: RuleRow): void {
  tx.insert(panelRule).values(row).onConflictDoUpdate({ target: panelRule.callId, set: row }).run();
}

const run = prepared((tx) =>
  tx
    .select()
    .from(rankingRun)
    .where(
      and(
        eq(rankingRun.callId, sql.placeholder('callId')),
        eq(rankingRun.method, sql.placeholder('method')),
        eq(rankingRun.fundable, sql.placeholder('fundable')),
        eq(rankingRun.scoresHash, sql.placeholder('scoresHash')),
        eq(rankingRun.seed, sql.placeholder('seed')),
      ),
    )
    .prepare(),
);

/** The calculation of exactly these scores; null before it was made. */
export function findRun(tx: Tx, key: RunKey): RunRow | null {
  return run(tx).get(key) ?? null;
}

/** One calculation. */
export function findRunById(tx: Tx, id: Id): RunRow | null {
  return tx.select().from(rankingRun).where(eq(rankingRun.id, id)).get() ?? null;
}

/** Keeps a calculation; of one that was made twice, the first. */
export function insertRun(tx: Tx, row: RunRow): void {
  tx.insert(rankingRun).values(row).onConflictDoNothing().run();
}

/** Every calculation of a panel's ranking, oldest first. */
export function runsOf(tx: Tx, callId: Id): RunRow[] {
  return tx.select().from(rankingRun).where(eq(rankingRun.callId, callId)).orderBy(asc(rankingRun.ranAt)).all();
}
