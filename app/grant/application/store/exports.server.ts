import { desc, eq } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { applicationExport } from '#db/schema/application-list.ts';

export type ExportRow = typeof applicationExport.$inferSelect;

export function insertExport(tx: Tx, row: ExportRow): void {
  tx.insert(applicationExport).values(row).run();
}

/** The latest files of a call, newest first. */
export function findExports(tx: Tx, callId: Id, limit: number): ExportRow[] {
  return tx
    .select()
    .from(applicationExport)
    .where(eq(applicationExport.callId, callId))
    .orderBy(desc(applicationExport.madeAt), desc(applicationExport.id))
    .limit(limit)
    .all();
}
