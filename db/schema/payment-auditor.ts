import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { call } from './call.ts';
import { id, instant } from './columns.ts';
import { partner, person } from './people.ts';

/** Somebody from outside who may read a partner's books for a time, and changes nothing. */
export const auditor = sqliteTable(
  'auditor',
  {
    id: id('id').primaryKey(),
    partnerId: id('partner_id')
      .notNull()
      .references(() => partner.id),
    personId: id('person_id')
      .notNull()
      .references(() => person.id),
    appointedAt: instant('appointed_at').notNull(),
    appointedBy: id('appointed_by')
      .notNull()
      .references(() => person.id),
    untilAt: instant('until_at').notNull(),
    endedAt: instant('ended_at'),
    endedBy: id('ended_by').references(() => person.id),
  },
  (t) => [
    index('auditor_by_person').on(t.personId),
    index('auditor_by_partner').on(t.partnerId, t.appointedAt),
    check('auditor_until', sql`${t.untilAt} > ${t.appointedAt}`),
    check('auditor_ended', sql`(${t.endedAt} is null) = (${t.endedBy} is null)`),
    check('auditor_other', sql`${t.personId} <> ${t.appointedBy}`),
  ],
);

/** Every page and file of the books that an auditor was shown. Insert-only (triggers). */
export const bookReading = sqliteTable(
  'book_reading',
  {
    id: integer('id').primaryKey(),
    auditorId: id('auditor_id')
      .notNull()
      .references(() => auditor.id),
    callId: id('call_id')
      .notNull()
      .references(() => call.id),
    what: text('what', { enum: ['payments', 'month', 'journal', 'workbook'] }).notNull(),
    /** The month as YYYY-MM; empty for payments. */
    subject: text('subject').notNull(),
    readAt: instant('read_at').notNull(),
  },
  (t) => [
    index('book_reading_of').on(t.auditorId, t.readAt),
    check('book_reading_what', sql`${t.what} in ('payments', 'month', 'journal', 'workbook')`),
  ],
);
