import { sql } from 'drizzle-orm';
import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { PayeeHolder } from '#app/grant/payment/rules/payee.ts';
import type { PayoutState } from '#app/grant/payment/rules/payout-state.ts';
import type { AccountKind, PostingKind } from '#app/grant/payment/rules/postings.ts';
import type { StopReason } from '#app/grant/payment/rules/stops.ts';
import type { TrancheState } from '#app/grant/payment/rules/tranche-status.ts';
import { award } from './award.ts';
import { call } from './call.ts';
import { currency, id, instant, minor } from './columns.ts';
import { person } from './people.ts';

/** SQLite's column types are only wishes: this makes an amount a whole number within range. */
const wholeMinor = (column: AnySQLiteColumn) =>
  sql`typeof(${column}) = 'integer' and ${column} between -1000000000000 and 1000000000000`;

/** The account a call's money lies in, for the bank file. Opened once per call. */
export const books = sqliteTable('books', {
  callId: id('call_id')
    .primaryKey()
    .references(() => call.id),
  currency: currency('currency').notNull(),
  /** JSON of name, sort code and account number, sealed. */
  payerSealed: text('payer_sealed').notNull(),
  payerEnding: text('payer_ending').notNull(),
  openedAt: instant('opened_at').notNull(),
  openedBy: id('opened_by')
    .notNull()
    .references(() => person.id),
});

export const ledgerAccount = sqliteTable(
  'ledger_account',
  {
    id: id('id').primaryKey(),
    callId: id('call_id')
      .notNull()
      .references(() => books.callId),
    kind: text('kind').$type<AccountKind>().notNull(),
    /** The call, award, tranche or rail that the account is about. */
    subjectId: text('subject_id').notNull(),
    currency: currency('currency').notNull(),
    balance: minor('balance').notNull().default(0),
    /** Null where money comes from: only those may go below nothing. */
    floor: minor('floor'),
  },
  (t) => [
    uniqueIndex('ledger_account_of').on(t.callId, t.kind, t.subjectId),
    check(
      'ledger_account_kind',
      sql`${t.kind} in ('fundIn', 'available', 'awarded', 'payable', 'inTransit', 'granted', 'bank', 'held', 'returned')`,
    ),
    check('ledger_account_floor', sql`${t.floor} is null or ${t.balance} >= ${t.floor}`),
    check(
      'ledger_account_source',
      sql`(${t.kind} in ('fundIn', 'held', 'returned')) = (${t.floor} is null) and coalesce(${t.floor}, 0) = 0`,
    ),
    check('ledger_account_whole', sql`typeof(${t.balance}) = 'integer'`),
  ],
);

/**
 * One ledger transaction. Its table is written by hand in `db/triggers/payment.sql`, because drizzle cannot say
 * DEFERRABLE INITIALLY DEFERRED and a rebuild by it would lose the two foreign keys that refuse to commit an
 * unbalanced or unsealed transaction. drizzle-kit sees exported tables only, so this one hides in an object.
 * A test compares the columns.
 */
const ledgerTx = sqliteTable('ledger_tx', {
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

export const writtenByHand = { ledgerTx };

/** Entries move the balances of their account and transaction by trigger, and are never changed or removed. */
export const ledgerEntry = sqliteTable(
  'ledger_entry',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    txId: id('tx_id')
      .notNull()
      .references(() => ledgerTx.id),
    accountId: id('account_id')
      .notNull()
      .references(() => ledgerAccount.id),
    currency: currency('currency').notNull(),
    amountMinor: minor('amount_minor').notNull(),
  },
  (t) => [
    uniqueIndex('ledger_entry_once').on(t.txId, t.accountId),
    index('ledger_entry_by_account').on(t.accountId),
    check('ledger_entry_amount', sql`${t.amountMinor} <> 0 and ${wholeMinor(t.amountMinor)}`),
  ],
);

export const tranche = sqliteTable(
  'tranche',
  {
    id: id('id').primaryKey(),
    awardId: id('award_id')
      .notNull()
      .references(() => award.id),
    callId: id('call_id')
      .notNull()
      .references(() => call.id),
    position: integer('position').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    currency: currency('currency').notNull(),
    state: text('state').$type<TrancheState>().notNull(),
    plannedAt: instant('planned_at').notNull(),
    dueAt: instant('due_at'),
    paidAt: instant('paid_at'),
  },
  (t) => [
    uniqueIndex('tranche_position').on(t.awardId, t.position),
    index('tranche_by_call').on(t.callId, t.state),
    check('tranche_state', sql`${t.state} in ('planned', 'due', 'in-payment', 'paid')`),
    check('tranche_amount', sql`${t.amountMinor} > 0 and ${wholeMinor(t.amountMinor)}`),
    check('tranche_first', sql`${t.position} >= 1`),
    check('tranche_due', sql`(${t.state} = 'planned') = (${t.dueAt} is null)`),
    check('tranche_paid', sql`(${t.state} = 'paid') = (${t.paidAt} is not null)`),
  ],
);

/** Where an award's money goes. A change is a new version: what was approved can always be read again. */
export const payeeVersion = sqliteTable(
  'payee_version',
  {
    id: id('id').primaryKey(),
    awardId: id('award_id')
      .notNull()
      .references(() => award.id),
    version: integer('version').notNull(),
    kind: text('kind').$type<'bank' | 'other'>().notNull(),
    /** Whose account it is; null in rows from before that was asked, and where there is no account. The set is closed by a trigger. */
    holder: text('holder').$type<PayeeHolder>(),
    /** JSON of the details, sealed: a copy of the database is no list of bank accounts. */
    sealed: text('sealed').notNull(),
    /** Last two digits of the account number, to recognise it by; empty without an account. */
    ending: text('ending').notNull(),
    /** What the check of sort code with account number said, and that a person looked again at a failure. */
    checked: text('checked').$type<'passed' | 'confirmed' | 'no-account'>().notNull(),
    editedAt: instant('edited_at').notNull(),
    editedBy: id('edited_by')
      .notNull()
      .references(() => person.id),
  },
  (t) => [
    uniqueIndex('payee_version_of').on(t.awardId, t.version),
    check(
      'payee_version_kind',
      sql`(${t.kind} = 'other') = (${t.checked} = 'no-account') and ${t.kind} in ('bank', 'other')`,
    ),
    check('payee_version_ending', sql`length(${t.ending}) = iif(${t.kind} = 'bank', 2, 0)`),
  ],
);

/** The bytes that went to the bank, sealed: a second download is the same file to the last byte. */
export const bankFile = sqliteTable(
  'bank_file',
  {
    id: id('id').primaryKey(),
    callId: id('call_id')
      .notNull()
      .references(() => books.callId),
    msgId: text('msg_id').notNull().unique(),
    /** A working day, as YYYY-MM-DD. */
    executionDate: text('execution_date').notNull(),
    payoutsCount: integer('payouts_count').notNull(),
    totalMinor: minor('total_minor').notNull(),
    currency: currency('currency').notNull(),
    xmlSealed: text('xml_sealed').notNull(),
    xmlSha256: text('xml_sha256').notNull(),
    csvSealed: text('csv_sealed').notNull(),
    csvSha256: text('csv_sha256').notNull(),
    /** Standard 18, where the partner had a service user number when the file was made. */
    bacsSealed: text('bacs_sealed'),
    bacsSha256: text('bacs_sha256'),
    madeAt: instant('made_at').notNull(),
    madeBy: id('made_by')
      .notNull()
      .references(() => person.id),
    sentAt: instant('sent_at'),
    sentBy: id('sent_by').references(() => person.id),
  },
  (t) => [
    index('bank_file_by_call').on(t.callId, t.madeAt),
    check('bank_file_sent', sql`(${t.sentAt} is null) = (${t.sentBy} is null)`),
    check('bank_file_total', sql`${t.payoutsCount} > 0 and ${t.totalMinor} > 0`),
  ],
);

export const payout = sqliteTable(
  'payout',
  {
    id: id('id').primaryKey(),
    trancheId: id('tranche_id')
      .notNull()
      .references(() => tranche.id),
    /** Rises when an earlier attempt is proved dead. */
    attempt: integer('attempt').notNull(),
    rail: text('rail').$type<'bank-file' | 'by-hand'>().notNull(),
    amountMinor: minor('amount_minor').notNull(),
    currency: currency('currency').notNull(),
    payeeVersionId: id('payee_version_id')
      .notNull()
      .references(() => payeeVersion.id),
    /** What the recipient reads on the statement: 18 characters of the Bacs set. */
    reference: text('reference').notNull(),
    endToEndId: text('end_to_end_id').notNull().unique(),
    state: text('state').$type<PayoutState>().notNull(),
    makerId: id('maker_id')
      .notNull()
      .references(() => person.id),
    madeAt: instant('made_at').notNull(),
    submittedAt: instant('submitted_at'),
    checkerId: id('checker_id').references(() => person.id),
    approvedAt: instant('approved_at'),
    /** Of the payout and the payee's version as the checker saw them. */
    approvalHash: text('approval_hash'),
    bankFileId: id('bank_file_id').references(() => bankFile.id),
    reservedAt: instant('reserved_at'),
    sentAt: instant('sent_at'),
    settledAt: instant('settled_at'),
    settledBy: id('settled_by').references(() => person.id),
    /** How we know that the money arrived: a line of the statement, a receipt. */
    evidence: text('evidence'),
    endedAt: instant('ended_at'),
    endedBy: id('ended_by').references(() => person.id),
    endReason: text('end_reason'),
  },
  (t) => [
    uniqueIndex('payout_live').on(t.trancheId).where(sql`${t.state} not in ('failed', 'returned', 'cancelled')`),
    uniqueIndex('payout_attempt').on(t.trancheId, t.attempt),
    index('payout_by_file').on(t.bankFileId),
    check(
      'payout_state',
      sql`${t.state} in ('draft', 'submitted', 'approved', 'reserved', 'sending', 'settled', 'failed', 'returned', 'cancelled')`,
    ),
    check('payout_rail', sql`${t.rail} in ('bank-file', 'by-hand')`),
    check('payout_amount', sql`${t.amountMinor} > 0 and ${wholeMinor(t.amountMinor)}`),
    check('payout_two_people', sql`${t.checkerId} is null or ${t.checkerId} <> ${t.makerId}`),
    check(
      'payout_approved',
      sql`(${t.approvedAt} is null) = (${t.checkerId} is null) and (${t.approvedAt} is null) = (${t.approvalHash} is null)`,
    ),
    check(
      'payout_needs_approval',
      sql`${t.state} in ('draft', 'submitted', 'cancelled') or ${t.approvedAt} is not null`,
    ),
    check(
      'payout_in_file',
      sql`iif(${t.rail} = 'by-hand', ${t.bankFileId} is null, (${t.bankFileId} is null) = (${t.reservedAt} is null))`,
    ),
    check(
      'payout_reserved',
      sql`${t.state} in ('draft', 'submitted', 'approved', 'cancelled') or ${t.reservedAt} is not null`,
    ),
    check(
      'payout_settled',
      sql`(${t.state} in ('settled', 'returned')) = (${t.settledAt} is not null) and (${t.settledAt} is null) = (${t.evidence} is null) and (${t.settledAt} is null) = (${t.settledBy} is null)`,
    ),
    check(
      'payout_ended',
      sql`(${t.state} in ('failed', 'returned', 'cancelled')) = (${t.endedAt} is not null) and (${t.endedAt} is null) = (${t.endReason} is null)`,
    ),
  ],
);

/**
 * Who never signs payments of an award, whatever duty she is given later: its mentor, now or once.
 * Insert-only (triggers).
 */
export const payoutRecusal = sqliteTable(
  'payout_recusal',
  {
    awardId: id('award_id')
      .notNull()
      .references(() => award.id),
    personId: id('person_id')
      .notNull()
      .references(() => person.id),
    since: instant('since').notNull(),
  },
  (t) => [primaryKey({ columns: [t.awardId, t.personId] })],
);

/** While a row is not lifted, nothing is approved and no money is reserved. */
export const payoutStop = sqliteTable(
  'payout_stop',
  {
    id: id('id').primaryKey(),
    reason: text('reason').$type<StopReason>().notNull(),
    detail: text('detail').notNull(),
    foundAt: instant('found_at').notNull(),
    liftedAt: instant('lifted_at'),
    /** Null where the portal itself found that all is well again. */
    liftedBy: id('lifted_by').references(() => person.id),
    /** What that person did to be sure. */
    liftNote: text('lift_note'),
  },
  (t) => [uniqueIndex('payout_stop_live').on(t.reason).where(sql`${t.liftedAt} is null`)],
);
