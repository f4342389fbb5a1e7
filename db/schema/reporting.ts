import { sql } from 'drizzle-orm';
import { check, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, instant } from './columns.ts';
import { person } from './people.ts';

export type DigestRhythm = 'daily' | 'weekly' | 'never';

/** How often a member of staff wants to hear what is new, and up to when they were told. */
export const staffDigest = sqliteTable(
  'staff_digest',
  {
    personId: id('person_id')
      .primaryKey()
      .references(() => person.id),
    rhythm: text('rhythm').$type<DigestRhythm>().notNull(),
    toldUntil: instant('told_until'),
  },
  (t) => [check('staff_digest_rhythm', sql`${t.rhythm} in ('daily', 'weekly', 'never')`)],
);
