import { sql } from 'drizzle-orm';
import { check, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { application } from './application.ts';
import { panelMember } from './assessment.ts';
import { id, instant } from './columns.ts';
import { person } from './people.ts';

/** A likeness of names or addresses that staff looked at and found to be no tie, so that nobody is asked again. Insert-only (triggers). */
export const tieCleared = sqliteTable(
  'tie_cleared',
  {
    memberId: id('member_id')
      .notNull()
      .references(() => panelMember.id),
    applicationId: id('application_id')
      .notNull()
      .references(() => application.id),
    ground: text('ground').$type<'organisation' | 'household' | 'sponsor'>().notNull(),
    clearedAt: instant('cleared_at').notNull(),
    clearedBy: id('cleared_by')
      .notNull()
      .references(() => person.id),
  },
  (t) => [
    primaryKey({ columns: [t.memberId, t.applicationId, t.ground] }),
    check('tie_cleared_ground', sql`${t.ground} in ('organisation', 'household', 'sponsor')`),
  ],
);

/** Who was ever the mentor of a group: she does not judge what it asks for next. Insert-only (triggers). */
export const mentoredGroup = sqliteTable(
  'mentored_group',
  {
    personId: id('person_id')
      .notNull()
      .references(() => person.id),
    /** What the group had its award for. */
    applicationId: id('application_id')
      .notNull()
      .references(() => application.id),
    since: instant('since').notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.applicationId] })],
);
