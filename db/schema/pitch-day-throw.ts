import { sql } from 'drizzle-orm';
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, instant } from './columns.ts';
import { person } from './people.ts';
import { event } from './pitch-day.ts';

/**
 * What one person read off what was thrown or drawn for the ties of a vote. Insert-only (triggers); what a person typed
 * last counts. The ballot box takes it once two people have typed the same.
 */
export const tieThrow = sqliteTable(
  'tie_throw',
  {
    pollId: id('poll_id').notNull(),
    /** From 1, in the order of typing. */
    seq: integer('seq').notNull(),
    eventId: id('event_id')
      .notNull()
      .references(() => event.id),
    personId: id('person_id')
      .notNull()
      .references(() => person.id),
    thrown: text('thrown').notNull(),
    typedAt: instant('typed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.pollId, t.seq] }),
    check('tie_throw_seq', sql`${t.seq} >= 1`),
    check('tie_throw_thrown', sql`length(${t.thrown}) between 1 and 256 and ${t.thrown} = trim(${t.thrown})`),
  ],
);
