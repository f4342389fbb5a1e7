import { asc, count, eq, getTableColumns, inArray } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { bankFile } from '#db/schema/payment.ts';

export type BankFileRow = typeof bankFile.$inferSelect;

export function insertBankFile(tx: Tx, row: BankFileRow): void {
  tx.insert(bankFile).values(row).run();
}

/** All there are. */
export function countBankFiles(tx: Tx): number {
  return tx.select({ files: count() }).from(bankFile).get()?.files ?? 0;
}

export function findBankFile(tx: Tx, fileId: Id): BankFileRow | null {
  return tx.select().from(bankFile).where(eq(bankFile.id, fileId)).get() ?? null;
}

export type BankFileLine = Omit<BankFileRow, 'xmlSealed' | 'csvSealed' | 'bacsSealed'>;

/** Without the contents: a list of files needs none of them. */
export function findBankFilesOfCalls(tx: Tx, callIds: readonly Id[]): BankFileLine[] {
  if (callIds.length === 0) return [];
  const { xmlSealed: _xml, csvSealed: _csv, bacsSealed: _bacs, ...columns } = getTableColumns(bankFile);
  return tx
    .select(columns)
    .from(bankFile)
    .where(inArray(bankFile.callId, [...callIds]))
    .orderBy(asc(bankFile.madeAt), asc(bankFile.id))
    .all();
}

export function markFileSent(tx: Tx, fileId: Id, at: Instant, by: Id): void {
  tx.update(bankFile).set({ sentAt: at, sentBy: by }).where(eq(bankFile.id, fileId)).run();
}
