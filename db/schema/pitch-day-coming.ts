import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { PartyState } from '#app/grant/pitch-day/rules/coming.ts';
import { flag, id, instant, json } from './columns.ts';
import { person } from './people.ts';
import { event } from './pitch-day.ts';

/** What a pitch day offers those who come to it, and how they sign up. An event without a row takes no sign-ups. */
export const dayOffer = sqliteTable(
  'day_offer',
  {
    eventId: id('event_id')
      .primaryKey()
      .references(() => event.id),
    /** For questions after each pitch; zero for none. */
    questionSeconds: integer('question_seconds').notNull(),
    /** People; null for a hall without a limit. */
    places: integer('places'),
    /** BCP 47 tags of the languages somebody interprets into. */
    interpreters: json<readonly string[]>('interpreters').notNull(),
    childcare: text('childcare').notNull(),
    food: text('food').notNull(),
    travelMoney: text('travel_money').notNull(),
    /** Null when it ends with the start of the day. */
    signUpClosesAt: instant('sign_up_closes_at'),
    /** By hand, whatever the date says. */
    isClosed: flag('is_closed').notNull(),
    /** The start that was reminded of: a day that is moved is reminded of again. */
    remindedOf: instant('reminded_of'),
  },
  (t) => [
    check('day_offer_questions', sql`${t.questionSeconds} between 0 and 1800`),
    check('day_offer_places', sql`${t.places} is null or ${t.places} between 1 and 5000`),
  ],
);

/** People who come together. Deleted after the day; what remains is `attendance`. */
export const party = sqliteTable(
  'party',
  {
    /** Made for the form, so that the same form sent twice signs up once. */
    id: id('id').primaryKey(),
    eventId: id('event_id')
      .notNull()
      .references(() => event.id),
    /** The order of signing up. Whoever comes back after a cancellation begins at the end. */
    turn: integer('turn').notNull(),
    state: text('state').$type<PartyState>().notNull(),
    people: integer('people').notNull(),
    /** Name, contact, food, and what to know: sealed, so that a copy of the database tells nobody who comes. */
    sealed: text('sealed').notNull(),
    /** Of the e-mail address or the telephone number: one contact, one party. */
    contactHash: text('contact_hash').notNull(),
    /** Of the secret in the link. */
    linkHash: text('link_hash').notNull().unique(),
    interpreter: text('interpreter'),
    children: integer('children').notNull(),
    wantsTravelMoney: flag('wants_travel_money').notNull(),
    /** What its letters are written in. */
    language: text('language').notNull(),
    /** Null when they signed up themselves. */
    addedBy: id('added_by').references(() => person.id),
    signedUpAt: instant('signed_up_at').notNull(),
    /** Until when a party that moved up is asked to say no. */
    sayNoBy: instant('say_no_by'),
    cameAt: instant('came_at'),
    /** Grows with every change: of two windows, the second is told. */
    version: integer('version').notNull(),
  },
  (t) => [
    uniqueIndex('party_turn').on(t.eventId, t.turn),
    uniqueIndex('party_contact').on(t.eventId, t.contactHash),
    index('party_by_state').on(t.eventId, t.state, t.turn),
    check('party_state', sql`${t.state} in ('coming', 'waiting', 'cancelled')`),
    check('party_people', sql`${t.people} between 1 and 8`),
    check('party_children', sql`${t.children} between 0 and 8`),
    check('party_turn_counts', sql`${t.turn} >= 1`),
    check('party_say_no', sql`${t.sayNoBy} is null or ${t.state} <> 'waiting'`),
    check('party_version', sql`${t.version} >= 1`),
  ],
);

/** How many there were, written when the names are erased. */
export const attendance = sqliteTable('attendance', {
  eventId: id('event_id')
    .primaryKey()
    .references(() => event.id),
  coming: integer('coming').notNull(),
  waiting: integer('waiting').notNull(),
  came: integer('came').notNull(),
  children: integer('children').notNull(),
  travelMoney: integer('travel_money').notNull(),
  food: integer('food').notNull(),
  /** People who asked for an interpreter, by language. */
  interpreters: json<Readonly<Record<string, number>>>('interpreters').notNull(),
  erasedAt: instant('erased_at').notNull(),
});
