import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { application } from './application.ts';
import { call } from './call.ts';
import { id, instant } from './columns.ts';
import { person } from './people.ts';

/** "You may write to me about your next call": given, and perhaps withdrawn again. */
export const carryConsent = sqliteTable(
  'carry_consent',
  {
    id: id('id').primaryKey(),
    applicationId: id('application_id')
      .notNull()
      .references(() => application.id),
    givenAt: instant('given_at').notNull(),
    givenBy: id('given_by')
      .notNull()
      .references(() => person.id),
    withdrawnAt: instant('withdrawn_at'),
  },
  (t) => [
    uniqueIndex('carry_consent_one').on(t.applicationId).where(sql`withdrawn_at is null`),
    check('carry_consent_order', sql`${t.withdrawnAt} is null or ${t.withdrawnAt} >= ${t.givenAt}`),
  ],
);

/** Who was told about which call: once. Insert-only (triggers). */
export const carryInvitation = sqliteTable(
  'carry_invitation',
  {
    applicationId: id('application_id')
      .notNull()
      .references(() => application.id),
    toCallId: id('to_call_id')
      .notNull()
      .references(() => call.id),
    invitedAt: instant('invited_at').notNull(),
    invitedBy: id('invited_by')
      .notNull()
      .references(() => person.id),
  },
  (t) => [
    primaryKey({ columns: [t.applicationId, t.toCallId] }),
    index('carry_invitation_by_call').on(t.toCallId, t.invitedAt),
  ],
);

/** A draft that began with the words of an earlier application. */
export const carriedOver = sqliteTable(
  'carried_over',
  {
    applicationId: id('application_id')
      .notNull()
      .references(() => application.id, { onDelete: 'cascade' }),
    fromId: id('from_id')
      .notNull()
      .references(() => application.id),
    carriedAt: instant('carried_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.applicationId, t.fromId] }), index('carried_over_by_source').on(t.fromId)],
);

/** What had no question to go to: kept beside the new draft, so that no word is lost. */
export const carriedWords = sqliteTable(
  'carried_words',
  {
    applicationId: id('application_id')
      .notNull()
      .references(() => application.id, { onDelete: 'cascade' }),
    place: integer('place').notNull(),
    label: text('label').notNull(),
    text: text('text').notNull(),
    /** BCP 47 tag. */
    language: text('language').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.applicationId, t.place] }),
    check('carried_words_written', sql`${t.label} <> '' and ${t.text} <> ''`),
  ],
);
