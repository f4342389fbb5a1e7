import { sql } from 'drizzle-orm';
import { check, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { flag, id, instant } from './columns.ts';
import { event } from './pitch-day.ts';

/** A pitch day whose vote admits people on a list, too. One without a row has paper sheets alone. */
export const remoteVote = sqliteTable('remote_vote', {
  eventId: id('event_id')
    .primaryKey()
    .references(() => event.id),
  /** Whether the code in the letter may vote directly (level B−), for those whose device cannot ask for a pass. */
  hasDirectCodes: flag('has_direct_codes').notNull(),
});

/**
 * The roll: who may ask for a pass. It closes when the vote is frozen and the letters go out (triggers). Nothing here
 * says when somebody asked: the order of asking would be half of a link to a ballot.
 */
export const rollEntry = sqliteTable(
  'roll_entry',
  {
    id: id('id').primaryKey(),
    eventId: id('event_id')
      .notNull()
      .references(() => event.id),
    /** Address and name: sealed, so that a copy of the database tells nobody who may vote. */
    sealed: text('sealed').notNull(),
    /** Of the address: one person, one entry. */
    contactHash: text('contact_hash').notNull(),
    /** The first symbols of the code in the letter: which entry a typed code means. */
    number: text('number').notNull(),
    /** Of the whole code. */
    codeHash: text('code_hash').notNull(),
    /** Wrong codes that began with this number. */
    tries: integer('tries').notNull(),
    /** What its letters are written in. */
    language: text('language').notNull(),
    /** When its letter was promised; null until the freeze. */
    invitedAt: instant('invited_at'),
    /** Of the blinded message that was signed; null while no pass was given out. The same asking gets the same answer. */
    askedHash: text('asked_hash'),
  },
  (t) => [
    uniqueIndex('roll_entry_contact').on(t.eventId, t.contactHash),
    uniqueIndex('roll_entry_number').on(t.eventId, t.number),
    check('roll_entry_number_symbols', sql`length(${t.number}) = 7`),
    check('roll_entry_tries', sql`${t.tries} between 0 and 10`),
    check('roll_entry_asks_once_invited', sql`${t.askedHash} is null or ${t.invitedAt} is not null`),
  ],
);
