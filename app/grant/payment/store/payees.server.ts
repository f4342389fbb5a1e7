import { and, desc, eq, gt, inArray, notExists } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Id } from '#app/kernel/id.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { isAmong, listed, prepared } from '#app/platform/prepared.server.ts';
import { payeeVersion } from '#db/schema/payment.ts';

export type PayeeVersionRow = typeof payeeVersion.$inferSelect;

export function insertPayeeVersion(tx: Tx, row: PayeeVersionRow): void {
  tx.insert(payeeVersion).values(row).run();
}

/** What counts now; earlier versions only explain earlier payouts. */
export function newestPayee(tx: Tx, awardId: Id): PayeeVersionRow | null {
  return (
    tx
      .select()
      .from(payeeVersion)
      .where(eq(payeeVersion.awardId, awardId))
      .orderBy(desc(payeeVersion.version))
      .limit(1)
      .get() ?? null
  );
}

const newestOfAwards = prepared((tx) => {
  const newer = alias(payeeVersion, 'newer');
  return tx
    .select()
    .from(payeeVersion)
    .where(
      and(
        isAmong(payeeVersion.awardId, 'awardIds'),
        notExists(
          tx
            .select()
            .from(newer)
            .where(and(eq(newer.awardId, payeeVersion.awardId), gt(newer.version, payeeVersion.version))),
        ),
      ),
    )
    .prepare();
});

/** The newest version of each of these awards: one query however long the list. */
export function newestPayees(tx: Tx, awardIds: readonly Id[]): ReadonlyMap<Id, PayeeVersionRow> {
  const rows = newestOfAwards(tx).all({ awardIds: listed(awardIds) });
  return new Map(rows.map((row) => [row.awardId, row]));
}

export function findPayeeVersion(tx: Tx, payeeVersionId: Id): PayeeVersionRow | null {
  return tx.select().from(payeeVersion).where(eq(payeeVersion.id, payeeVersionId)).get() ?? null;
}

export function findPayeeVersions(tx: Tx, ids: readonly Id[]): ReadonlyMap<Id, PayeeVersionRow> {
  if (ids.length === 0) return new Map();
  const rows = tx
    .select()
    .from(payeeVersion)
    .where(inArray(payeeVersion.id, [...ids]))
    .all();
  return new Map(rows.map((row) => [row.id, row]));
}
