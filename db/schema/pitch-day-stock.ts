import { sql } from 'drizzle-orm';
import { check, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { id } from './columns.ts';
import { event } from './pitch-day.ts';

/**
 * Codes for people whom nobody chose: level C to whoever signs up with an e-mail address, level D to any browser. Their
 * number is promised; the codes themselves are made from the portal's key and the place of each, and stand nowhere.
 */
export const codeStock = sqliteTable(
  'code_stock',
  {
    eventId: id('event_id')
      .notNull()
      .references(() => event.id),
    level: text('level', { enum: ['C', 'D'] }).notNull(),
    size: integer('size').notNull(),
    /** The codes at the first places are with people. */
    handed: integer('handed').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.eventId, t.level] }),
    check('code_stock_level', sql`${t.level} in ('C', 'D')`),
    check('code_stock_size', sql`${t.size} between 10 and 5000`),
    check('code_stock_handed', sql`${t.handed} between 0 and ${t.size}`),
  ],
);

/** Who has which code of level C, until the rolls are forgotten. */
export const signUp = sqliteTable(
  'sign_up',
  {
    id: id('id').primaryKey(),
    eventId: id('event_id')
      .notNull()
      .references(() => event.id),
    /** Of the code, from 1. */
    place: integer('place').notNull(),
    /** The address: sealed. */
    sealed: text('sealed').notNull(),
    /** Of the address: one address, one code. */
    contactHash: text('contact_hash').notNull(),
    /** What its letters are written in. */
    language: text('language').notNull(),
  },
  (t) => [
    uniqueIndex('sign_up_contact').on(t.eventId, t.contactHash),
    uniqueIndex('sign_up_place').on(t.eventId, t.place),
  ],
);
