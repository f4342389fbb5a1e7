import { and, asc, desc, eq, gte, lt, min, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Minor } from '#app/kernel/money.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { ledgerAccount, ledgerEntry, writtenByHand } from '#db/schema/payment.ts';
import { monthLock } from '#db/schema/payment-month.ts';

import type { AccountTurnover } from '../rules/trial-balance.ts';

const { ledgerTx } = writtenByHand;

export type MonthLockRow = typeof monthLock.$inferSelect;

/** A stretch of time, its end not included. */
export type Stretch = { readonly startsAt: Instant; readonly endsAt: Instant };

/** Every account of a call that moved before the end, by kind and subject. One look at each entry. */
export function turnoversOf(tx: Tx, callId: Id, { startsAt, endsAt }: Stretch): AccountTurnover[] {
  const amount = ledgerEntry.amountMinor;
  const isBefore = sql`${ledgerTx.postedAt} < ${startsAt}`;
  return tx
    .select({
      kind: ledgerAccount.kind,
      subjectId: ledgerAccount.subjectId,
      openingMinor: sql<number>`total(iif(${isBefore}, ${amount}, 0))`,
      inMinor: sql<number>`total(iif(${isBefore}, 0, max(${amount}, 0)))`,
      outMinor: sql<number>`total(iif(${isBefore}, 0, max(-${amount}, 0)))`,
    })
    .from(ledgerAccount)
    .innerJoin(ledgerEntry, eq(ledgerEntry.accountId, ledgerAccount.id))
    .innerJoin(ledgerTx, eq(ledgerTx.id, ledgerEntry.txId))
    .where(and(eq(ledgerAccount.callId, callId), lt(ledgerTx.postedAt, endsAt)))
    .groupBy(ledgerAccount.id)
    .orderBy(asc(ledgerAccount.kind), asc(ledgerAccount.subjectId))
    .all();
}

/** What was promised to each award, before the stretch and in it. */
export function promisedTo(
  tx: Tx,
  callId: Id,
  { startsAt, endsAt }: Stretch,
): ReadonlyMap<Id, { readonly beforeMinor: Minor; readonly inMonthMinor: Minor }> {
  const isBefore = sql`${ledgerTx.postedAt} < ${startsAt}`;
  const rows = tx
    .select({
      awardId: ledgerTx.ref,
      beforeMinor: sql<number>`total(iif(${isBefore}, ${ledgerEntry.amountMinor}, 0))`,
      inMonthMinor: sql<number>`total(iif(${isBefore}, 0, ${ledgerEntry.amountMinor}))`,
    })
    .from(ledgerTx)
    .innerJoin(ledgerEntry, eq(ledgerEntry.txId, ledgerTx.id))
    .innerJoin(ledgerAccount, and(eq(ledgerAccount.id, ledgerEntry.accountId), eq(ledgerAccount.kind, 'awarded')))
    .where(and(eq(ledgerTx.callId, callId), eq(ledgerTx.kind, 'award-planned'), lt(ledgerTx.postedAt, endsAt)))
    .groupBy(ledgerTx.ref)
    .all();
  return new Map(rows.map(({ awardId, ...promised }) => [awardId, promised]));
}

/** When the first money of a call was posted; null before any was. */
export function firstPosting(tx: Tx, callId: Id): Instant | null {
  const row = tx
    .select({ at: min(ledgerTx.postedAt) })
    .from(ledgerTx)
    .where(eq(ledgerTx.callId, callId))
    .get();
  return row?.at ?? null;
}

/** Locked months of a call, the latest first. */
export function findMonthLocks(tx: Tx, callId: Id): MonthLockRow[] {
  return tx.select().from(monthLock).where(eq(monthLock.callId, callId)).orderBy(desc(monthLock.endsAt)).all();
}

export function insertMonthLock(tx: Tx, row: MonthLockRow): void {
  tx.insert(monthLock).values(row).run();
}

/** Everything that was posted before a moment, transaction by transaction in the order of their ids, entries by account. */
export function findEntriesBefore(tx: Tx, callId: Id, endsAt: Instant) {
  return tx
    .select({
      id: ledgerTx.id,
      kind: ledgerTx.kind,
      ref: ledgerTx.ref,
      note: ledgerTx.note,
      postedAt: ledgerTx.postedAt,
      postedBy: ledgerTx.postedBy,
      accountId: ledgerEntry.accountId,
      currency: ledgerEntry.currency,
      amountMinor: ledgerEntry.amountMinor,
    })
    .from(ledgerTx)
    .innerJoin(ledgerEntry, eq(ledgerEntry.txId, ledgerTx.id))
    .where(and(eq(ledgerTx.callId, callId), lt(ledgerTx.postedAt, endsAt)))
    .orderBy(asc(ledgerTx.id), asc(ledgerEntry.accountId))
    .all();
}

/** Every lock of every call, for the audit. */
export function findAllMonthLocks(tx: Tx): MonthLockRow[] {
  return tx.select().from(monthLock).all();
}

/** Every entry of a stretch with its transaction, in the order of posting. */
export function findEntries(tx: Tx, callId: Id, { startsAt, endsAt }: Stretch) {
  return tx
    .select({
      txId: ledgerTx.id,
      kind: ledgerTx.kind,
      ref: ledgerTx.ref,
      note: ledgerTx.note,
      postedAt: ledgerTx.postedAt,
      postedBy: ledgerTx.postedBy,
      account: ledgerAccount.kind,
      amountMinor: ledgerEntry.amountMinor,
      currency: ledgerEntry.currency,
    })
    .from(ledgerTx)
    .innerJoin(ledgerEntry, eq(ledgerEntry.txId, ledgerTx.id))
    .innerJoin(ledgerAccount, eq(ledgerAccount.id, ledgerEntry.accountId))
    .where(and(eq(ledgerTx.callId, callId), gte(ledgerTx.postedAt, startsAt), lt(ledgerTx.postedAt, endsAt)))
    .orderBy(asc(ledgerTx.postedAt), asc(ledgerEntry.id))
    .all();
}
