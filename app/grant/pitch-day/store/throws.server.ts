import { eq } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { tieThrow } from '#db/schema/pitch-day-throw.ts';

export type TieThrow = typeof tieThrow.$inferSelect;

/** What people read off the throw of this poll, oldest first. */
export function throwsOf(tx: Tx, pollId: Id): TieThrow[] {
  return tx.select().from(tieThrow).where(eq(tieThrow.pollId, pollId)).orderBy(tieThrow.seq).all();
}

export function insertThrow(tx: Tx, row: TieThrow): void {
  tx.insert(tieThrow).values(row).run();
}
