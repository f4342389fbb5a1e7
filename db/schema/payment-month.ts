import { sql } from 'drizzle-orm';
import { check, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, instant } from './columns.ts';
import { books } from './payment.ts';
import { person } from './people.ts';

/** A month that is closed, and all before it: nothing is posted into them any more. Insert-only (triggers). */
export const monthLock = sqliteTable(
  'month_lock',
  {
    callId: id('call_id')
      .notNull()
      .references(() => books.callId),
    /** YYYY-MM in the call's time zone. */
    month: text('month').notNull(),
    /** The first moment after it. */
    endsAt: instant('ends_at').notNull(),
    /** SHA-256 of every transaction and entry before that moment, in hexadecimal. */
    entriesHash: text('entries_hash').notNull(),
    lockedAt: instant('locked_at').notNull(),
    lockedBy: id('locked_by')
      .notNull()
      .references(() => person.id),
  },
  (t) => [
    primaryKey({ columns: [t.callId, t.month] }),
    check('month_lock_month', sql`${t.month} glob '[0-9][0-9][0-9][0-9]-[01][0-9]'`),
    check('month_lock_over', sql`${t.endsAt} <= ${t.lockedAt}`),
    check('month_lock_hash', sql`length(${t.entriesHash}) = 64`),
  ],
);
