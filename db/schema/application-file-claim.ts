import { sql } from 'drizzle-orm';
import { check, integer, sqliteTable } from 'drizzle-orm/sqlite-core';
import { id } from './columns.ts';

/**
 * Whose files the store of files holds. The store has a note that says the same: a database that lost days, or that is
 * somebody else's, does not agree with it, and then nothing is deleted there. One row, made by the first sweep.
 */
export const fileStoreClaim = sqliteTable(
  'file_store_claim',
  {
    one: integer('one').primaryKey(),
    portalId: id('portal_id').notNull(),
    /** Counts the sweeps, here and in the note. */
    sweeps: integer('sweeps').notNull(),
  },
  (t) => [check('file_store_claim_one', sql`${t.one} = 1 and ${t.sweeps} >= 0`)],
);
