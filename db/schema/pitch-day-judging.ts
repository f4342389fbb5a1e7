import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { application } from './application.ts';
import { panelMember } from './assessment.ts';
import { callCriterion } from './call.ts';
import { flag, id, instant } from './columns.ts';
import { person } from './people.ts';
import { event } from './pitch-day.ts';

/** Judges scoring on a pitch day: opened once and ended once. No row before it is opened. */
export const judging = sqliteTable(
  'judging',
  {
    eventId: id('event_id')
      .primaryKey()
      .references(() => event.id),
    openedBy: id('opened_by')
      .notNull()
      .references(() => person.id),
    openedAt: instant('opened_at').notNull(),
    /** What counts as the panel's part: these scores, or the sheets before the day where there were too few judges. */
    endedAs: text('ended_as').$type<'judges' | 'sheets'>(),
    endedBy: id('ended_by').references(() => person.id),
    endedAt: instant('ended_at'),
  },
  (t) => [
    check('judging_ended_as', sql`${t.endedAs} is null or ${t.endedAs} in ('judges', 'sheets')`),
    check(
      'judging_ended',
      sql`(${t.endedAs} is null) = (${t.endedAt} is null) and (${t.endedAs} is null) = (${t.endedBy} is null)`,
    ),
  ],
);

/** What one judge has given one pitch, by application. It counts as it is when judging is closed. */
export const judgeSheet = sqliteTable(
  'judge_sheet',
  {
    id: id('id').primaryKey(),
    eventId: id('event_id')
      .notNull()
      .references(() => judging.eventId),
    memberId: id('member_id')
      .notNull()
      .references(() => panelMember.id),
    applicationId: id('application_id')
      .notNull()
      .references(() => application.id),
    /** She was tied to the group when judging was closed. */
    setAside: flag('set_aside').notNull(),
    /** Grows by one with each save: of two windows, the second is told. */
    revision: integer('revision').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (t) => [
    uniqueIndex('judge_sheet_of_member').on(t.memberId, t.applicationId),
    index('judge_sheet_by_event').on(t.eventId),
    check('judge_sheet_revision', sql`${t.revision} >= 1`),
  ],
);

/** Null: "I cannot judge this". A criterion without a row is not answered yet. */
export const judgeScore = sqliteTable(
  'judge_score',
  {
    sheetId: id('sheet_id')
      .notNull()
      .references(() => judgeSheet.id),
    criterionId: id('criterion_id')
      .notNull()
      .references(() => callCriterion.id),
    value: integer('value'),
  },
  (t) => [
    primaryKey({ columns: [t.sheetId, t.criterionId] }),
    check('judge_score_on_scale', sql`${t.value} is null or ${t.value} between 1 and 5`),
  ],
);
