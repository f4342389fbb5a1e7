import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { currency, id, instant, minor } from './columns.ts';
import { payout } from './payment.ts';
import { partner, person } from './people.ts';

/** A file from the bank, read once. Insert-only (triggers). */
export const statementImport = sqliteTable(
  'statement_import',
  {
    id: id('id').primaryKey(),
    partnerId: id('partner_id')
      .notNull()
      .references(() => partner.id),
    format: text('format', { enum: ['camt.053', 'mt940', 'csv'] }).notNull(),
    fileName: text('file_name').notNull(),
    /** Of the bytes and the account: the same file is read once. */
    fileHash: text('file_hash').notNull(),
    /** Of the account, so that one statement is known to go on from another; empty where the file names none. */
    accountHash: text('account_hash').notNull(),
    /** Its last four characters, to recognise it by. */
    accountEnding: text('account_ending').notNull(),
    currency: currency('currency').notNull(),
    openingMinor: minor('opening_minor'),
    closingMinor: minor('closing_minor'),
    /** YYYY-MM-DD. */
    firstDay: text('first_day').notNull(),
    lastDay: text('last_day').notNull(),
    linesCount: integer('lines_count').notNull(),
    importedAt: instant('imported_at').notNull(),
    importedBy: id('imported_by')
      .notNull()
      .references(() => person.id),
  },
  (t) => [
    uniqueIndex('statement_import_once').on(t.partnerId, t.fileHash),
    check('statement_import_lines', sql`${t.linesCount} >= 0`),
    check('statement_import_days', sql`${t.firstDay} <= ${t.lastDay}`),
  ],
);

/** A movement on the bank account, whatever file brought it first. What it says never changes; what it means is decided once. */
export const statementLine = sqliteTable(
  'statement_line',
  {
    id: id('id').primaryKey(),
    importId: id('import_id')
      .notNull()
      .references(() => statementImport.id),
    partnerId: id('partner_id')
      .notNull()
      .references(() => partner.id),
    /** Of all that makes it this line: a later file brings nothing twice. */
    keyHash: text('key_hash').notNull(),
    bookedOn: text('booked_on').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    currency: currency('currency').notNull(),
    /** JSON of names, words and numbers of the bank, sealed: there are strangers in it. */
    sealed: text('sealed').notNull(),
    state: text('state', { enum: ['open', 'settled', 'came-back', 'funds', 'aside'] }).notNull(),
    /** Why it was put aside; which money it was. */
    note: text('note').notNull(),
    decidedAt: instant('decided_at'),
    /** Null where the portal was sure by itself. */
    decidedBy: id('decided_by').references(() => person.id),
  },
  (t) => [
    uniqueIndex('statement_line_once').on(t.partnerId, t.keyHash),
    index('statement_line_by_import').on(t.importId),
    index('statement_line_by_state').on(t.partnerId, t.state),
    check('statement_line_state', sql`${t.state} in ('open', 'settled', 'came-back', 'funds', 'aside')`),
    check('statement_line_decided', sql`(${t.state} = 'open') = (${t.decidedAt} is null)`),
    check('statement_line_amount', sql`${t.amountMinor} <> 0 and typeof(${t.amountMinor}) = 'integer'`),
    check('statement_line_aside', sql`${t.state} <> 'aside' or length(trim(${t.note})) > 0`),
  ],
);

/** Which payments a line showed leaving or coming back. Insert-only (triggers). */
export const statementLinePayout = sqliteTable(
  'statement_line_payout',
  {
    lineId: id('line_id')
      .notNull()
      .references(() => statementLine.id),
    payoutId: id('payout_id')
      .notNull()
      .references(() => payout.id),
    direction: text('direction', { enum: ['left', 'came-back'] }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.lineId, t.payoutId] }),
    // A payment leaves once, and comes back once: a second debit is a work item, not a match.
    uniqueIndex('statement_line_payout_once').on(t.payoutId, t.direction),
  ],
);
