import { sql } from 'drizzle-orm';
import { type AnySQLiteColumn, check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { application } from './application.ts';
import { call } from './call.ts';
import { id, instant } from './columns.ts';
import { person } from './people.ts';

/** One pitch day per call. Ballots are not here: they have a file of their own, found by `pollId`. */
export const event = sqliteTable(
  'event',
  {
    id: id('id').primaryKey(),
    callId: id('call_id')
      .notNull()
      .unique()
      .references(() => call.id),
    /** The poll in the ballot box, once the ballot paper is fixed. From then on the running order is, too. */
    pollId: id('poll_id').unique(),
    title: text('title').notNull(),
    place: text('place').notNull(),
    address: text('address').notNull(),
    accessNotes: text('access_notes').notNull(),
    startsAt: instant('starts_at').notNull(),
    pitchSeconds: integer('pitch_seconds').notNull(),
    /** What decides a tie, thrown or drawn in public after the close. */
    tieSource: text('tie_source').notNull(),
    /** When the running order was last drawn by lot; null when it was put in order by hand. */
    orderDrawnAt: instant('order_drawn_at'),
    state: text('state').$type<'planned' | 'running' | 'over'>().notNull(),
    screen: text('screen').$type<'welcome' | 'pitch' | 'vote' | 'closed' | 'result'>().notNull(),
    currentPitchId: id('current_pitch_id').references((): AnySQLiteColumn => pitch.id),
    timerStartedAt: instant('timer_started_at'),
    /** When the questions after the pitch on stage began; only with a pitch on stage (trigger). */
    questionsStartedAt: instant('questions_started_at'),
    /** Grows with every press of a button: of two people with the same page, the second is told. */
    version: integer('version').notNull(),
    createdBy: id('created_by')
      .notNull()
      .references(() => person.id),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    check('event_state', sql`${t.state} in ('planned', 'running', 'over')`),
    check('event_screen', sql`${t.screen} in ('welcome', 'pitch', 'vote', 'closed', 'result')`),
    check('event_pitch_seconds', sql`${t.pitchSeconds} between 30 and 1800`),
    check('event_pitch_on_stage', sql`(${t.screen} = 'pitch') = (${t.currentPitchId} is not null)`),
    check('event_timer', sql`${t.timerStartedAt} is null or ${t.screen} = 'pitch'`),
    check('event_poll_id', sql`${t.pollId} is null or length(${t.pollId}) = 20`),
    check('event_version', sql`${t.version} >= 1`),
  ],
);

/** The running order. */
export const pitch = sqliteTable(
  'pitch',
  {
    id: id('id').primaryKey(),
    eventId: id('event_id')
      .notNull()
      .references(() => event.id),
    applicationId: id('application_id')
      .notNull()
      .unique()
      .references(() => application.id),
    position: integer('position').notNull(),
  },
  (t) => [
    uniqueIndex('pitch_position').on(t.eventId, t.position),
    check('pitch_position_counts', sql`${t.position} >= 1`),
  ],
);

/** Ballot sheets that were made together. The tokens on them are nowhere; their hashes are in the ballot box. */
export const sheetBatch = sqliteTable(
  'sheet_batch',
  {
    id: id('id').primaryKey(),
    eventId: id('event_id')
      .notNull()
      .references(() => event.id),
    pollId: id('poll_id').notNull(),
    /** What the batch is called in the ballot box. */
    label: text('label').notNull(),
    printed: integer('printed').notNull(),
    printedBy: id('printed_by')
      .notNull()
      .references(() => person.id),
    printedAt: instant('printed_at').notNull(),
    voidedAt: instant('voided_at'),
  },
  (t) => [
    uniqueIndex('sheet_batch_label').on(t.pollId, t.label),
    index('sheet_batch_by_event').on(t.eventId),
    check('sheet_batch_printed', sql`${t.printed} between 1 and 500`),
  ],
);

/** The paper, counted after the close by two people. The same numbers, without the names, are in the ballot box. */
export const sheetCount = sqliteTable(
  'sheet_count',
  {
    pollId: id('poll_id').primaryKey(),
    eventId: id('event_id')
      .notNull()
      .references(() => event.id),
    printed: integer('printed').notNull(),
    returned: integer('returned').notNull(),
    spoiled: integer('spoiled').notNull(),
    countedBy: text('counted_by').notNull(),
    checkedBy: text('checked_by').notNull(),
    recordedBy: id('recorded_by')
      .notNull()
      .references(() => person.id),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    check(
      'sheet_count_adds_up',
      sql`${t.returned} >= 0 and ${t.spoiled} >= 0 and ${t.returned} + ${t.spoiled} <= ${t.printed}`,
    ),
    check(
      'sheet_count_two_people',
      sql`lower(trim(${t.countedBy})) <> lower(trim(${t.checkedBy})) and trim(${t.countedBy}) <> '' and trim(${t.checkedBy}) <> ''`,
    ),
  ],
);
