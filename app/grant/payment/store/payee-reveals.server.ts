import { desc, eq } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { payeeVersion } from '#db/schema/payment.ts';
import { payeeReveal } from '#db/schema/payment-reveal.ts';

export type PayeeRevealRow = typeof payeeReveal.$inferSelect;

export function insertPayeeReveal(tx: Tx, row: PayeeRevealRow): void {
  tx.insert(payeeReveal).values(row).run();
}

/** Everybody who had details of this award shown, the last one first, with the version they saw. */
export function findPayeeReveals(tx: Tx, awardId: Id): (PayeeRevealRow & { readonly version: number })[] {
  return tx
    .select({
      id: payeeReveal.id,
      payeeVersionId: payeeReveal.payeeVersionId,
      personId: payeeReveal.personId,
      reason: payeeReveal.reason,
      revealedAt: payeeReveal.revealedAt,
      version: payeeVersion.version,
    })
    .from(payeeReveal)
    .innerJoin(payeeVersion, eq(payeeVersion.id, payeeReveal.payeeVersionId))
    .where(eq(payeeVersion.awardId, awardId))
    .orderBy(desc(payeeReveal.revealedAt), desc(payeeReveal.id))
    .all();
}
