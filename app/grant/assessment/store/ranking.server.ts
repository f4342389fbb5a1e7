import { eq } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { panelRule } from '#db/schema/assessment-review.ts';

export type RuleRow = typeof panelRule.$inferSelect;

/** What was chosen for a panel; null where nobody has chosen yet. */
export function findRule(tx: Tx, callId: Id): RuleRow | null {
  return tx.select().from(panelRule).where(eq(panelRule.callId, callId)).get() ?? null;
}

/** Writes what was chosen; the database refuses when somebody scores already. */
export function writeRule(tx: Tx, row: RuleRow): void {
  tx.insert(panelRule).values(row).onConflictDoUpdate({ target: panelRule.callId, set: row }).run();
}
