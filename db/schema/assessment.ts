import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { application } from './application.ts';
import { call, callCriterion } from './call.ts';
import { flag, id, instant } from './columns.ts';
import { person } from './people.ts';

export const panel = sqliteTable(
  'panel',
  {
    callId: id('call_id')
      .primaryKey()
      .references(() => call.id),
    state: text('state').$type<'preparing' | 'scoring' | 'closed'>().notNull(),
    openedAt: instant('opened_at'),
    closedAt: instant('closed_at'),
  },
  (t) => [
    check('panel_state', sql`${t.state} in ('preparing', 'scoring', 'closed')`),
    check('panel_opened', sql`(${t.state} = 'preparing') = (${t.openedAt} is null)`),
    check('panel_closed', sql`(${t.state} = 'closed') = (${t.closedAt} is not null)`),
  ],
);

export const panelMember = sqliteTable(
  'panel_member',
  {
    id: id('id').primaryKey(),
    callId: id('call_id')
      .notNull()
      .references(() => panel.callId),
    personId: id('person_id')
      .notNull()
      .references(() => person.id),
    kind: text('kind').$type<'participant' | 'staff' | 'funder' | 'expert'>().notNull(),
    state: text('state').$type<'invited' | 'accepted' | 'declined' | 'left'>().notNull(),
    invitedBy: id('invited_by')
      .notNull()
      .references(() => person.id),
    invitedAt: instant('invited_at').notNull(),
    /** When she last said yes, said no, or left. */
    answeredAt: instant('answered_at'),
  },
  (t) => [
    uniqueIndex('panel_member_once').on(t.callId, t.personId),
    index('panel_member_by_person').on(t.personId),
    check('panel_member_kind', sql`${t.kind} in ('participant', 'staff', 'funder', 'expert')`),
    check('panel_member_state', sql`${t.state} in ('invited', 'accepted', 'declined', 'left')`),
    check('panel_member_answered', sql`(${t.state} = 'invited') = (${t.answeredAt} is null)`),
  ],
);

/**
 * What a member said about her ties to one application before she could read it, or what its applicant said of her.
 * A tie is never taken back.
 */
export const conflict = sqliteTable(
  'conflict',
  {
    memberId: id('member_id')
      .notNull()
      .references(() => panelMember.id),
    applicationId: id('application_id')
      .notNull()
      .references(() => application.id),
    level: text('level').$type<'none' | 'conflict'>().notNull(),
    /** Empty where there is nothing to explain. */
    reason: text('reason').notNull(),
    declaredAt: instant('declared_at').notNull(),
    /** The applicant has named her: she did not declare it, and must not learn of it. */
    byApplicant: flag('by_applicant').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.memberId, t.applicationId] }),
    index('conflict_by_application').on(t.applicationId),
    check('conflict_level', sql`${t.level} in ('none', 'conflict')`),
    check('conflict_reason', sql`(${t.level} = 'conflict') = (trim(${t.reason}) <> '')`),
  ],
);

export const scoresheet = sqliteTable(
  'scoresheet',
  {
    id: id('id').primaryKey(),
    memberId: id('member_id')
      .notNull()
      .references(() => panelMember.id),
    applicationId: id('application_id')
      .notNull()
      .references(() => application.id),
    state: text('state').$type<'draft' | 'submitted' | 'set-aside'>().notNull(),
    strength: text('strength').notNull(),
    concern: text('concern').notNull(),
    savedAt: instant('saved_at').notNull(),
    /** Stays when a later conflict sets a submitted sheet aside: it was handed in, it no longer counts. */
    submittedAt: instant('submitted_at'),
  },
  (t) => [
    uniqueIndex('scoresheet_once').on(t.memberId, t.applicationId),
    index('scoresheet_by_application').on(t.applicationId, t.state),
    check('scoresheet_state', sql`${t.state} in ('draft', 'submitted', 'set-aside')`),
    check('scoresheet_draft', sql`${t.state} <> 'draft' or ${t.submittedAt} is null`),
    check(
      'scoresheet_submitted',
      sql`${t.state} <> 'submitted' or (${t.submittedAt} is not null and trim(${t.strength}) <> '' and trim(${t.concern}) <> '')`,
    ),
  ],
);

/** One answer of a sheet. No value means "I cannot judge this", which is an answer; no row means not answered yet. */
export const score = sqliteTable(
  'score',
  {
    sheetId: id('sheet_id')
      .notNull()
      .references(() => scoresheet.id),
    criterionId: id('criterion_id')
      .notNull()
      .references(() => callCriterion.id),
    value: integer('value'),
  },
  (t) => [
    primaryKey({ columns: [t.sheetId, t.criterionId] }),
    check('score_value', sql`${t.value} is null or (typeof(${t.value}) = 'integer' and ${t.value} between 1 and 5)`),
  ],
);

/** The manager's decision about one application, with the figures it rested on. Insert-only (triggers). */
export const shortlisting = sqliteTable(
  'shortlisting',
  {
    applicationId: id('application_id')
      .primaryKey()
      .references(() => application.id),
    callId: id('call_id')
      .notNull()
      .references(() => panel.callId),
    decision: text('decision').$type<'shortlisted' | 'not-shortlisted'>().notNull(),
    reason: text('reason').notNull(),
    /** Null when nobody could score it. */
    rank: integer('rank'),
    meanMilli: integer('mean_milli'),
    spreadMilli: integer('spread_milli'),
    sheets: integer('sheets').notNull(),
    decidedBy: id('decided_by')
      .notNull()
      .references(() => person.id),
    decidedAt: instant('decided_at').notNull(),
  },
  (t) => [
    index('shortlisting_by_call').on(t.callId),
    check('shortlisting_decision', sql`${t.decision} in ('shortlisted', 'not-shortlisted')`),
    check('shortlisting_reason', sql`trim(${t.reason}) <> ''`),
    check('shortlisting_mean', sql`(${t.meanMilli} is null) = (${t.rank} is null)`),
  ],
);
