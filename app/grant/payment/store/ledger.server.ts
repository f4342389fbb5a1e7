import { and, asc, count, eq, inArray, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { Currency, Minor } from '#app/kernel/money.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { books, ledgerAccount, ledgerEntry, writtenByHand } from '#db/schema/payment.ts';
import { type AccountKind, accountFloor, type Line, type Posting, type PostingKind } from '../rules/postings.ts';

const { ledgerTx } = writtenByHand;

export type BooksRow = typeof books.$inferSelect;
export type AccountRow = typeof ledgerAccount.$inferSelect;
export type LedgerTxRow = typeof ledgerTx.$inferSelect;

export function findBooks(tx: Tx, callId: Id): BooksRow | null {
  return tx.select().from(books).where(eq(books.callId, callId)).get() ?? null;
}

export function findBooksOfCalls(tx: Tx, callIds: readonly Id[]): BooksRow[] {
  if (callIds.length === 0) return [];
  return tx
    .select()
    .from(books)
    .where(inArray(books.callId, [...callIds]))
    .all();
}

export function insertBooks(tx: Tx, row: BooksRow): void {
  tx.insert(books).values(row).run();
}

/**
 * Writes one ledger transaction: the only place where money moves. Must run inside a transaction of the database,
 * because an unsealed or unbalanced one is refused when that commits.
 *
 * @param reverses  the transaction that this one undoes, if any
 */
export function post(
  tx: Tx,
  context: Context,
  to: { callId: Id; currency: Currency },
  posting: Posting,
  reverses: Id | null = null,
): Id {
  const txId = context.newId();
  tx.insert(ledgerTx)
    .values({
      id: txId,
      callId: to.callId,
      currency: to.currency,
      kind: posting.kind,
      ref: posting.ref,
      note: posting.note,
      reverses,
      postedAt: context.now,
      postedBy: context.actor?.personId ?? null,
    })
    .run();
  for (const line of posting.lines) {
    tx.insert(ledgerEntry)
      .values({
        txId,
        accountId: accountOf(tx, context, to, line),
        currency: to.currency,
        amountMinor: line.amountMinor,
      })
      .run();
  }
  tx.update(ledgerTx).set({ sealed: 1 }).where(eq(ledgerTx.id, txId)).run();
  return txId;
}

function accountOf(tx: Tx, context: Context, to: { callId: Id; currency: Currency }, line: Line): Id {
  const known = findAccount(tx, to.callId, line.kind, line.subjectId);
  if (known !== null) return known.id;
  const accountId = context.newId();
  tx.insert(ledgerAccount)
    .values({
      id: accountId,
      callId: to.callId,
      kind: line.kind,
      subjectId: line.subjectId,
      currency: to.currency,
      floor: accountFloor(line.kind),
    })
    .run();
  return accountId;
}

export function findAccount(tx: Tx, callId: Id, kind: AccountKind, subjectId: string): AccountRow | null {
  return (
    tx
      .select()
      .from(ledgerAccount)
      .where(
        and(eq(ledgerAccount.callId, callId), eq(ledgerAccount.kind, kind), eq(ledgerAccount.subjectId, subjectId)),
      )
      .get() ?? null
  );
}

/** Sum of the accounts of each kind; a kind without an account is missing. */
export function balancesByKind(tx: Tx, callId: Id): Partial<Record<AccountKind, Minor>> {
  const rows = tx
    .select({ kind: ledgerAccount.kind, sum: sql<number>`sum(${ledgerAccount.balance})` })
    .from(ledgerAccount)
    .where(eq(ledgerAccount.callId, callId))
    .groupBy(ledgerAccount.kind)
    .all();
  return Object.fromEntries(rows.map((row) => [row.kind, row.sum]));
}

/** How many payments ever took money out of reach of others: rises only, for nothing leaves the ledger. */
export function countReserved(tx: Tx): number {
  return (
    tx.select({ reserved: count() }).from(ledgerTx).where(eq(ledgerTx.kind, 'payout-reserved')).get()?.reserved ?? 0
  );
}

export function findPosting(tx: Tx, callId: Id, kind: PostingKind, ref: string): LedgerTxRow | null {
  return (
    tx
      .select()
      .from(ledgerTx)
      .where(and(eq(ledgerTx.callId, callId), eq(ledgerTx.kind, kind), eq(ledgerTx.ref, ref)))
      .get() ?? null
  );
}

/** The transaction that a reversal undoes. */
export function postingId(tx: Tx, callId: Id, kind: PostingKind, ref: string): Id {
  const found = findPosting(tx, callId, kind, ref);
  invariant(found !== null, `a ${kind} must be in the ledger before it is undone`);
  return found.id;
}

export type FundsRow = { ref: string; note: string; amountMinor: Minor; postedAt: number; postedBy: Id | null };

/** What came in, in order. */
export function findFunds(tx: Tx, callId: Id): FundsRow[] {
  return tx
    .select({
      ref: ledgerTx.ref,
      note: ledgerTx.note,
      amountMinor: ledgerEntry.amountMinor,
      postedAt: ledgerTx.postedAt,
      postedBy: ledgerTx.postedBy,
    })
    .from(ledgerTx)
    .innerJoin(ledgerEntry, eq(ledgerEntry.txId, ledgerTx.id))
    .innerJoin(ledgerAccount, eq(ledgerAccount.id, ledgerEntry.accountId))
    .where(and(eq(ledgerTx.callId, callId), eq(ledgerTx.kind, 'funds-received'), eq(ledgerAccount.kind, 'available')))
    .orderBy(asc(ledgerTx.postedAt), asc(ledgerTx.id))
    .all();
}
