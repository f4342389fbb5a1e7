import { sql } from 'drizzle-orm';
import { check, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { application } from './application.ts';
import { id, instant } from './columns.ts';
import { person } from './people.ts';

/**
 * A code on paper that was made anew, because the one before was lost: from then on only the last one opens what was
 * written down. The rows are the log of it. Insert-only (triggers).
 */
export const claimCode = sqliteTable(
  'claim_code',
  {
    id: id('id').primaryKey(),
    applicationId: id('application_id')
      .notNull()
      .references(() => application.id, { onDelete: 'cascade' }),
    /** The first one made anew is 1. */
    number: integer('number').notNull(),
    claimHash: text('claim_hash').notNull().unique(),
    madeAt: instant('made_at').notNull(),
    madeBy: id('made_by')
      .notNull()
      .references(() => person.id),
  },
  (t) => [
    uniqueIndex('claim_code_number').on(t.applicationId, t.number),
    check('claim_code_counted', sql`${t.number} between 1 and 20`),
  ],
);

/** Who took back what they had written down for somebody. The reason stands in the application. Insert-only. */
export const entryWithdrawal = sqliteTable('entry_withdrawal', {
  applicationId: id('application_id')
    .primaryKey()
    .references(() => application.id, { onDelete: 'cascade' }),
  withdrawnAt: instant('withdrawn_at').notNull(),
  withdrawnBy: id('withdrawn_by')
    .notNull()
    .references(() => person.id),
});
