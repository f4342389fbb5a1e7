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
 * What ties a member to one application: said by her before she could read it, raised by staff, found by the portal,
 * or said of her by its applicant. A tie is never taken back and never becomes less.
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
    /** Soft: may read and discuss, may not score or vote. Hard: no access at all. */
    level: text('level').$type<'none' | 'soft' | 'hard'>().notNull(),
    /** Empty where there is nothing to explain, or where no reason was asked. */
    reason: text('reason').notNull(),
    /** Whoever its applicant has named did not declare it, and must not learn of it. */
    raisedBy: text('raised_by').$type<'member' | 'staff' | 'portal' | 'applicant' | 'passed-on'>().notNull(),
    /** What the portal found, or what was ticked; null where only words were given. */
    ground: text('ground').$type<
      'organisation' | 'household' | 'sponsor' | 'mentor' | 'helped' | 'team' | 'money' | 'other'
    >(),
    /** Of the staff, where they raised it. */
    raisedById: id('raised_by_id').references(() => person.id),
    declaredAt: instant('declared_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.memberId, t.applicationId] }),
    index('conflict_by_application').on(t.applicationId),
    check('conflict_level', sql`${t.level} in ('none', 'soft', 'hard')`),
    check('conflict_raised_by', sql`${t.raisedBy} in ('member', 'staff', 'portal', 'applicant', 'passed-on')`),
    check('conflict_named_staff', sql`(${t.raisedBy} = 'staff') = (${t.raisedById} is not null)`),
    check(
      'conflict_ground',
      sql`${t.ground} is null or (${t.level} <> 'none' and ${t.ground} in ('organisation', 'household', 'sponsor', 'mentor', 'helped', 'team', 'money', 'other'))`,
    ),
    check(
      'conflict_reason',
      sql`(${t.level} = 'none' and ${t.reason} = '') or (${t.level} <> 'none' and (trim(${t.reason}) <> '' or ${t.raisedBy} = 'passed-on'))`,
    ),
  ],
);

/** What stood in a conflict before it grew. Written by a trigger, and by nothing else. */
export const conflictHistory = sqliteTable(
  'conflict_history',
  {
    memberId: id('member_id').notNull(),
    applicationId: id('application_id').notNull(),
    level: text('level').$type<'none' | 'soft' | 'hard'>().notNull(),
    reason: text('reason').notNull(),
    raisedBy: text('raised_by').notNull(),
    declaredAt: instant('declared_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.applicationId, t.level] })],
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
    /** When she first wrote on it: the order in which she met the applications. Null in sheets from before this was kept. */
    begunAt: instant('begun_at'),
    /** One more with every save, so that two windows or a telephone that was away cannot write over each other unseen. */
    revision: integer('revision').notNull().default(0),
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
    /** Close enough that the group is asked to come back. */
    nearly: flag('nearly').notNull().default(false),
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
