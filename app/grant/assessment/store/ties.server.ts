import type { Tx } from '#app/platform/context.server.ts';
import { mentoredGroup } from '#db/schema/assessment-ties.ts';

export function insertMentored(tx: Tx, row: typeof mentoredGroup.$inferInsert): void {
  tx.insert(mentoredGroup).values(row).onConflictDoNothing().run();
}
