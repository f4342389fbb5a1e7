import { eq } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { bacsUser } from '#db/schema/payment-bacs.ts';

/** Null for a partner that does not submit to Bacs. */
export function findServiceUserNumber(tx: Tx, partnerId: Id): string | null {
  return tx.select().from(bacsUser).where(eq(bacsUser.partnerId, partnerId)).get()?.serviceUserNumber ?? null;
}

export function putBacsUser(tx: Tx, row: typeof bacsUser.$inferInsert): void {
  const { partnerId: _, ...set } = row;
  tx.insert(bacsUser).values(row).onConflictDoUpdate({ target: bacsUser.partnerId, set }).run();
}

export function deleteBacsUser(tx: Tx, partnerId: Id): void {
  tx.delete(bacsUser).where(eq(bacsUser.partnerId, partnerId)).run();
}
