import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Feels } from '#app/grant/mentoring/rules/checking-in.ts';
import { award } from './award.ts';
import { flag, id, instant, json } from './columns.ts';
import { partner, person } from './people.ts';

/** Somebody who gives a partner's groups her time. */
export const mentor = sqliteTable(
  'mentor',
  {
    id: id('id').primaryKey(),
    partnerId: id('partner_id')
      .notNull()
      .references(() => partner.id),
    personId: id('person_id')
      .notNull()
      .references(() => person.id),
    about: text('about').notNull(),
    skills: json<readonly string[]>('skills').notNull(),
    /** BCP 47 tags of the languages she mentors in. */
    languages: json<readonly string[]>('languages').notNull(),
    city: text('city').notNull(),
    hoursAMonth: integer('hours_a_month').notNull(),
    addedAt: instant('added_at').notNull(),
    addedBy: id('added_by')
      .notNull()
      .references(() => person.id),
  },
  (t) => [
    uniqueIndex('mentor_once').on(t.partnerId, t.personId),
    index('mentor_by_person').on(t.personId),
    check('mentor_hours', sql`${t.hoursAMonth} between 1 and 200`),
  ],
);

export const mentorMatch = sqliteTable(
  'mentor_match',
  {
    id: id('id').primaryKey(),
    awardId: id('award_id')
      .notNull()
      .references(() => award.id),
    mentorId: id('mentor_id')
      .notNull()
      .references(() => mentor.id),
    matchedAt: instant('matched_at').notNull(),
    matchedBy: id('matched_by')
      .notNull()
      .references(() => person.id),
    /** When the group last said yes to its mentor and its plan. */
    agreedByGroupAt: instant('agreed_by_group_at'),
    endedAt: instant('ended_at'),
  },
  (t) => [
    uniqueIndex('mentor_match_one_live').on(t.awardId).where(sql`ended_at is null`),
    index('mentor_match_by_mentor').on(t.mentorId),
    check('mentor_match_agreed', sql`${t.agreedByGroupAt} is null or ${t.agreedByGroupAt} >= ${t.matchedAt}`),
    check('mentor_match_ended', sql`${t.endedAt} is null or ${t.endedAt} >= ${t.matchedAt}`),
  ],
);

export const milestone = sqliteTable(
  'milestone',
  {
    id: id('id').primaryKey(),
    awardId: id('award_id')
      .notNull()
      .references(() => award.id),
    position: integer('position').notNull(),
    title: text('title').notNull(),
    dueAt: instant('due_at').notNull(),
    /** The next payment waits for it. */
    releasesTranche: flag('releases_tranche').notNull(),
    state: text('state').$type<'open' | 'met'>().notNull(),
    addedAt: instant('added_at').notNull(),
    addedBy: id('added_by')
      .notNull()
      .references(() => person.id),
    /** The check-in, confirmed by the group, that says it is met. */
    checkInId: id('check_in_id'),
    signedOffAt: instant('signed_off_at'),
    signedOffBy: id('signed_off_by').references(() => person.id),
  },
  (t) => [
    uniqueIndex('milestone_position').on(t.awardId, t.position),
    check('milestone_state', sql`${t.state} in ('open', 'met')`),
    check('milestone_title', sql`trim(${t.title}) <> ''`),
    check(
      'milestone_signed_off',
      sql`(${t.state} = 'met') = (${t.signedOffAt} is not null)
        and (${t.signedOffAt} is null) = (${t.signedOffBy} is null)
        and (${t.signedOffAt} is null) = (${t.checkInId} is null)`,
    ),
  ],
);

/** What mentor and group said to each other: the only report a group writes. */
export const checkIn = sqliteTable(
  'check_in',
  {
    id: id('id').primaryKey(),
    awardId: id('award_id')
      .notNull()
      .references(() => award.id),
    mentorId: id('mentor_id')
      .notNull()
      .references(() => mentor.id),
    heldAt: instant('held_at').notNull(),
    promised: text('promised').notNull(),
    happened: text('happened').notNull(),
    changed: text('changed').notNull(),
    helpNeeded: text('help_needed').notNull(),
    feels: text('feels').$type<Feels>().notNull(),
    /** The milestone that was met, if one was. */
    milestoneId: id('milestone_id').references(() => milestone.id),
    recordedAt: instant('recorded_at').notNull(),
    confirmedByGroupAt: instant('confirmed_by_group_at'),
    disputedAt: instant('disputed_at'),
    /** What the group says is not right. */
    disputeNote: text('dispute_note').notNull(),
  },
  (t) => [
    index('check_in_by_award').on(t.awardId, t.heldAt),
    check('check_in_feels', sql`${t.feels} in ('good', 'mixed', 'hard')`),
    check('check_in_said', sql`trim(${t.promised}) <> '' and trim(${t.happened}) <> ''`),
    check('check_in_held', sql`${t.heldAt} <= ${t.recordedAt}`),
    check('check_in_one_answer', sql`${t.confirmedByGroupAt} is null or ${t.disputedAt} is null`),
    check('check_in_dispute', sql`(${t.disputedAt} is null) = (trim(${t.disputeNote}) = '')`),
  ],
);
