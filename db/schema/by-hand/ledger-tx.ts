import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PostingKind } from '#app/grant/payment/rules/postings.ts';
import { currency, id, instant, minor } from '../columns.ts';

/**
 * One ledger transaction. Its table is written by hand in `db/triggers/payment.sql` and lies outside of
 * drizzle-kit's reach, because drizzle cannot say DEFERRABLE INITIALLY DEFERRED and a rebuild by it would lose
 * the two foreign keys that refuse to commit an unbalanced or unsealed transaction. A test compares the columns.
 */
export const ledgerTx = sqliteTable('ledger_tx', {
  id: id('id').primaryKey(),
  callId: id('call_id').notNull(),
  currency: currency('currency').notNull(),
  kind: text('kind').$type<PostingKind>().notNull(),
  /** What it is about: an award, a tranche, a payout or a line of the bank statement. UNIQUE with call and kind. */
  ref: text('ref').notNull(),
  note: text('note').notNull(),
  /** The sum of its entries; 0 at commit. */
  balance: minor('balance').notNull().default(0),
  /** 1 at commit; after that nothing enters. */
  sealed: integer('sealed').notNull().default(0),
  /** The transaction that this one undoes; each is undone once. */
  reverses: id('reverses'),
  postedAt: instant('posted_at').notNull(),
  /** Null when the portal itself keeps a promise. */
  postedBy: id('posted_by'),
});
