import { sql } from 'drizzle-orm';
import { check, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { application } from './application.ts';
import { id, instant } from './columns.ts';

/** Which of the two reminders of an unfinished draft were written. There is never a third. Insert-only (triggers). */
export const applicationReminder = sqliteTable(
  'application_reminder',
  {
    applicationId: id('application_id')
      .notNull()
      .references(() => application.id),
    kind: text('kind').$type<'week' | 'two-days'>().notNull(),
    remindedAt: instant('reminded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.applicationId, t.kind] }),
    check('application_reminder_kind', sql`${t.kind} in ('week', 'two-days')`),
  ],
);
