import { and, desc, eq, gt, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { isAmong, listed, prepared } from '#app/platform/prepared.server.ts';
import { payeeCode, payeeConfirmation } from '#db/schema/payment-code.ts';

export type PayeeCodeRow = typeof payeeCode.$inferSelect;

export function insertPayeeCode(tx: Tx, row: Omit<PayeeCodeRow, 'wrongTries' | 'usedAt'>): void {
  tx.insert(payeeCode).values(row).run();
}

/** The last code that went to somebody's mailbox about a payee version: only that one counts. */
export function newestPayeeCode(tx: Tx, payeeVersionId: Id, personId: Id): PayeeCodeRow | null {
  return (
    tx
      .select()
      .from(payeeCode)
      .where(and(eq(payeeCode.payeeVersionId, payeeVersionId), eq(payeeCode.personId, personId)))
      .orderBy(desc(payeeCode.sentAt), desc(sql`rowid`))
      .limit(1)
      .get() ?? null
  );
}

export function payeeCodesSentSince(tx: Tx, personId: Id, since: Instant): Instant[] {
  const rows = tx
    .select({ sentAt: payeeCode.sentAt })
    .from(payeeCode)
    .where(and(eq(payeeCode.personId, personId), gt(payeeCode.sentAt, since)))
    .all();
  return rows.map((row) => row.sentAt);
}

export function changePayeeCode(
  tx: Tx,
  codeId: Id,
  change: Partial<Pick<PayeeCodeRow, 'wrongTries' | 'usedAt'>>,
): void {
  tx.update(payeeCode).set(change).where(eq(payeeCode.id, codeId)).run();
}

export function insertConfirmation(tx: Tx, row: typeof payeeConfirmation.$inferSelect): void {
  tx.insert(payeeConfirmation).values(row).run();
}

const confirmedOf = prepared((tx) =>
  tx
    .select({ payeeVersionId: payeeConfirmation.payeeVersionId })
    .from(payeeConfirmation)
    .where(isAmong(payeeConfirmation.payeeVersionId, 'ids'))
    .prepare(),
);

/** Which of these payee versions their recipients have confirmed: one query however long the list. */
export function confirmedPayees(tx: Tx, payeeVersionIds: readonly Id[]): ReadonlySet<Id> {
  return new Set(
    confirmedOf(tx)
      .all({ ids: listed(payeeVersionIds) })
      .map((row) => row.payeeVersionId),
  );
}

export function isConfirmedPayee(tx: Tx, payeeVersionId: Id): boolean {
  return confirmedPayees(tx, [payeeVersionId]).has(payeeVersionId);
}
