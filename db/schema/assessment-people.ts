import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { panelMember } from './assessment.ts';
import { call } from './call.ts';
import { flag, id, instant, json, minor } from './columns.ts';
import { person } from './people.ts';

export type PayChoice = 'cash' | 'voucher' | 'none';

/** What a panel asks of its participants, and what they get for it. */
export const panelOffer = sqliteTable(
  'panel_offer',
  {
    callId: id('call_id')
      .primaryKey()
      .references(() => call.id),
    /** Whether anybody may put their name down on the call's own page. */
    isRecruiting: flag('is_recruiting').notNull().default(false),
    /** All reading and meetings together. */
    minutesAsked: integer('minutes_asked').notNull(),
    /** For an hour, in the currency of the call; null where nothing is paid. */
    hourlyMinor: minor('hourly_minor'),
    payChoices: json<readonly PayChoice[]>('pay_choices').notNull(),
    /** In words: how childcare and travel are paid, and what else helps people to come. Empty where there is none. */
    childcare: text('childcare').notNull(),
    travel: text('travel').notNull(),
    access: text('access').notNull(),
    termFrom: instant('term_from').notNull(),
    termUntil: instant('term_until').notNull(),
    savedAt: instant('saved_at').notNull(),
    savedBy: id('saved_by')
      .notNull()
      .references(() => person.id),
  },
  (t) => [
    check('panel_offer_minutes', sql`${t.minutesAsked} between 30 and 6000`),
    check('panel_offer_pay', sql`${t.hourlyMinor} is null or ${t.hourlyMinor} > 0`),
    check('panel_offer_term', sql`${t.termUntil} > ${t.termFrom}`),
  ],
);

/** Somebody would like to sit on a panel. Taken back by deleting it. */
export const panelInterest = sqliteTable(
  'panel_interest',
  {
    id: id('id').primaryKey(),
    callId: id('call_id')
      .notNull()
      .references(() => panelOffer.callId),
    personId: id('person_id')
      .notNull()
      .references(() => person.id),
    /** BCP 47 tags of the languages they read. */
    reads: json<readonly string[]>('reads').notNull(),
    minutesMax: integer('minutes_max').notNull(),
    payChoice: text('pay_choice').$type<PayChoice>().notNull(),
    needsChildcare: flag('needs_childcare').notNull(),
    needsTravel: flag('needs_travel').notNull(),
    /** What they want the office to know; often empty. */
    about: text('about').notNull(),
    consentVersion: text('consent_version').notNull(),
    sentAt: instant('sent_at').notNull(),
    state: text('state').$type<'waiting' | 'invited' | 'turned-down'>().notNull(),
    answeredAt: instant('answered_at'),
    answeredBy: id('answered_by').references(() => person.id),
  },
  (t) => [
    uniqueIndex('panel_interest_once').on(t.callId, t.personId),
    index('panel_interest_by_person').on(t.personId),
    check('panel_interest_pay', sql`${t.payChoice} in ('cash', 'voucher', 'none')`),
    check('panel_interest_minutes', sql`${t.minutesMax} between 15 and 6000`),
    check(
      'panel_interest_state',
      sql`${t.state} in ('waiting', 'invited', 'turned-down') and (${t.state} = 'waiting') = (${t.answeredAt} is null)`,
    ),
  ],
);

/** What a member agreed to when she took her seat; without it she is asked before anything opens. */
export const seatTerms = sqliteTable(
  'seat_terms',
  {
    memberId: id('member_id')
      .primaryKey()
      .references(() => panelMember.id),
    consentVersion: text('consent_version').notNull(),
    consentedAt: instant('consented_at').notNull(),
    reads: json<readonly string[]>('reads').notNull(),
    /** Altogether, and on one day. */
    minutesMax: integer('minutes_max').notNull(),
    minutesPerDay: integer('minutes_per_day').notNull(),
    payChoice: text('pay_choice').$type<PayChoice>().notNull(),
    needsChildcare: flag('needs_childcare').notNull(),
    needsTravel: flag('needs_travel').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [
    check('seat_terms_pay', sql`${t.payChoice} in ('cash', 'voucher', 'none')`),
    check('seat_terms_minutes', sql`${t.minutesMax} between 15 and 6000 and ${t.minutesPerDay} between 15 and 600`),
  ],
);

/** Where a member works or helps, whom she lives with, whom she is paid by: so that the portal can find ties. */
export const seatLink = sqliteTable(
  'seat_link',
  {
    id: id('id').primaryKey(),
    memberId: id('member_id')
      .notNull()
      .references(() => panelMember.id),
    kind: text('kind').$type<'organisation' | 'household' | 'sponsor'>().notNull(),
    name: text('name').notNull(),
    toldAt: instant('told_at').notNull(),
  },
  (t) => [
    index('seat_link_by_member').on(t.memberId),
    check('seat_link_kind', sql`${t.kind} in ('organisation', 'household', 'sponsor')`),
    check('seat_link_name', sql`trim(${t.name}) <> ''`),
  ],
);

/** A member's scores on a made-up application, before the worked scores were shown. Insert-only (triggers). */
export const practiceSheet = sqliteTable(
  'practice_sheet',
  {
    memberId: id('member_id')
      .notNull()
      .references(() => panelMember.id),
    /** The key of the made-up application in the words. */
    example: text('example').notNull(),
    scores: json<Readonly<Record<string, number | null>>>('scores').notNull(),
    sentAt: instant('sent_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.example] })],
);

/** Time a member has given, as she wrote it down and as the office confirmed it. */
export const panelHours = sqliteTable(
  'panel_hours',
  {
    id: id('id').primaryKey(),
    memberId: id('member_id')
      .notNull()
      .references(() => panelMember.id),
    kind: text('kind').$type<'reading' | 'meeting' | 'practice' | 'other'>().notNull(),
    minutes: integer('minutes').notNull(),
    /** ISO 8601 date, in the time zone of the call. */
    day: text('day').notNull(),
    note: text('note').notNull(),
    /** As chosen when it was written down. */
    payChoice: text('pay_choice').$type<PayChoice>().notNull(),
    hourlyMinor: minor('hourly_minor'),
    recordedAt: instant('recorded_at').notNull(),
    state: text('state').$type<'recorded' | 'confirmed' | 'refused'>().notNull(),
    answeredAt: instant('answered_at'),
    answeredBy: id('answered_by').references(() => person.id),
    /** Why it was refused, for her to read. */
    answer: text('answer').notNull().default(''),
  },
  (t) => [
    index('panel_hours_by_member').on(t.memberId, t.day),
    check('panel_hours_kind', sql`${t.kind} in ('reading', 'meeting', 'practice', 'other')`),
    check('panel_hours_minutes', sql`${t.minutes} between 1 and 720`),
    check('panel_hours_day', sql`${t.day} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`),
    check(
      'panel_hours_state',
      sql`${t.state} in ('recorded', 'confirmed', 'refused') and (${t.state} = 'recorded') = (${t.answeredAt} is null) and (${t.state} = 'refused') = (trim(${t.answer}) <> '')`,
    ),
  ],
);

/** A letter that asked a member to go on, so that nobody is asked twice in a day. Insert-only (triggers). */
export const panelReminder = sqliteTable(
  'panel_reminder',
  {
    memberId: id('member_id')
      .notNull()
      .references(() => panelMember.id),
    remindedAt: instant('reminded_at').notNull(),
    /** Null where the portal did it by itself. */
    remindedBy: id('reminded_by').references(() => person.id),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.remindedAt] })],
);
