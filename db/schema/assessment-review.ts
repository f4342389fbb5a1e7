import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { application } from './application.ts';
import { panel, panelMember, scoresheet } from './assessment.ts';
import { call } from './call.ts';
import { flag, id, instant, json } from './columns.ts';
import { person } from './people.ts';

/** A stretch of time that says what reviewers may do and see. One is active at a time. */
export const reviewPhase = sqliteTable(
  'review_phase',
  {
    id: id('id').primaryKey(),
    callId: id('call_id')
      .notNull()
      .references(() => call.id),
    name: text('name').notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    allows: text('allows').$type<'read' | 'score'>().notNull(),
    names: text('names').$type<'shown' | 'hidden'>().notNull(),
    others: text('others').$type<'never' | 'after-mine' | 'always'>().notNull(),
    reviewerNames: flag('reviewer_names').notNull(),
    scope: text('scope').$type<'assigned' | 'all'>().notNull(),
    recordings: text('recordings').$type<'all' | 'sound' | 'transcript'>().notNull(),
    /** When those who had not finished were reminded of its end. */
    remindedAt: instant('reminded_at'),
  },
  (t) => [
    index('review_phase_by_call').on(t.callId, t.startsAt),
    check('review_phase_name', sql`trim(${t.name}) <> ''`),
    check('review_phase_window', sql`${t.startsAt} < ${t.endsAt}`),
    check(
      'review_phase_known',
      sql`${t.allows} in ('read', 'score') and ${t.names} in ('shown', 'hidden') and ${t.others} in ('never', 'after-mine', 'always') and ${t.scope} in ('assigned', 'all') and ${t.recordings} in ('all', 'sound', 'transcript')`,
    ),
  ],
);

/**
 * What somebody wrote for members to read of an application while names are hidden: every version, the highest in force.
 * Insert-only (triggers).
 */
export const blindCopy = sqliteTable(
  'blind_copy',
  {
    applicationId: id('application_id')
      .notNull()
      .references(() => application.id),
    /** From 1, without gaps (triggers). Version 0 is what the portal makes of it by itself, and has no row. */
    version: integer('version').notNull(),
    /**
     * By part: `title`, `oneLine`, or the id of a question; `spoken:` before it for the transcript of its recording. A
     * part that is not there is masked by the portal.
     */
    texts: json<Readonly<Record<string, string>>>('texts').notNull(),
    writtenAt: instant('written_at').notNull(),
    writtenBy: id('written_by')
      .notNull()
      .references(() => person.id),
  },
  (t) => [primaryKey({ columns: [t.applicationId, t.version] }), check('blind_copy_version', sql`${t.version} >= 1`)],
);

/** Which versions of the blind copy lay beside a sheet while it was saved, and from when. Insert-only (triggers). */
export const sheetCopy = sqliteTable(
  'sheet_copy',
  {
    sheetId: id('sheet_id')
      .notNull()
      .references(() => scoresheet.id),
    version: integer('version').notNull(),
    since: instant('since').notNull(),
  },
  (t) => [primaryKey({ columns: [t.sheetId, t.version] }), check('sheet_copy_version', sql`${t.version} >= 0`)],
);

/** One time that reviews were given out. */
export const assignmentBatch = sqliteTable(
  'assignment_batch',
  {
    id: id('id').primaryKey(),
    callId: id('call_id')
      .notNull()
      .references(() => panel.callId),
    /** How many reviews each application was to have. */
    reviews: integer('reviews').notNull(),
    madeAt: instant('made_at').notNull(),
    madeBy: id('made_by')
      .notNull()
      .references(() => person.id),
  },
  (t) => [
    index('assignment_batch_by_call').on(t.callId),
    check('assignment_batch_reviews', sql`${t.reviews} between 1 and 20`),
  ],
);

/** An application on a member's desk. It leaves the desk when she does, or when a tie comes to light. */
export const assignment = sqliteTable(
  'assignment',
  {
    memberId: id('member_id')
      .notNull()
      .references(() => panelMember.id),
    applicationId: id('application_id')
      .notNull()
      .references(() => application.id),
    batchId: id('batch_id')
      .notNull()
      .references(() => assignmentBatch.id),
    assignedAt: instant('assigned_at').notNull(),
    releasedAt: instant('released_at'),
    releasedWhy: text('released_why').$type<'left' | 'conflict' | 'passed-on' | 'taken-back'>(),
  },
  (t) => [
    primaryKey({ columns: [t.memberId, t.applicationId] }),
    index('assignment_by_application').on(t.applicationId),
    check(
      'assignment_released',
      sql`(${t.releasedAt} is null) = (${t.releasedWhy} is null) and (${t.releasedWhy} is null or ${t.releasedWhy} in ('left', 'conflict', 'passed-on', 'taken-back'))`,
    ),
  ],
);

/** How the panel's scores become an order, and what happens to those they cannot tell apart. Frozen when scoring opens (triggers). */
export const panelRule = sqliteTable(
  'panel_rule',
  {
    callId: id('call_id')
      .primaryKey()
      .references(() => call.id),
    method: text('method').$type<'mean' | 'trimmed' | 'z' | 'bayes'>().notNull(),
    middle: text('middle').$type<'discussion' | 'lottery'>().notNull(),
    /** How many reviews each application is to have. */
    reviews: integer('reviews').notNull(),
    /** How many members must be present, beside the share of participants, for a meeting to decide anything. */
    quorum: integer('quorum').notNull(),
    savedAt: instant('saved_at').notNull(),
    savedBy: id('saved_by')
      .notNull()
      .references(() => person.id),
  },
  (t) => [
    check('panel_rule_method', sql`${t.method} in ('mean', 'trimmed', 'z', 'bayes')`),
    check('panel_rule_middle', sql`${t.middle} in ('discussion', 'lottery')`),
    check('panel_rule_numbers', sql`${t.reviews} between 1 and 20 and ${t.quorum} between 1 and 50`),
  ],
);

/** One calculation of the ranking, with all that went in and came out. Insert-only (triggers). */
export const rankingRun = sqliteTable(
  'ranking_run',
  {
    id: id('id').primaryKey(),
    callId: id('call_id')
      .notNull()
      .references(() => panel.callId),
    method: text('method').$type<'mean' | 'trimmed' | 'z' | 'bayes'>().notNull(),
    seed: text('seed').notNull(),
    /** SHA-256 of the scores that went in, in their canonical form. */
    scoresHash: text('scores_hash').notNull(),
    /** For how many there is money. */
    fundable: integer('fundable').notNull(),
    /** The whole ranking as the rules return it (JSON), or null where the model did not settle. */
    result: text('result'),
    /** Why there is no result: the name of the refusal. */
    refusal: text('refusal'),
    ranAt: instant('ran_at').notNull(),
    ranBy: id('ran_by')
      .notNull()
      .references(() => person.id),
  },
  (t) => [
    uniqueIndex('ranking_run_once').on(t.callId, t.method, t.fundable, t.scoresHash, t.seed),
    check('ranking_run_whole', sql`(${t.result} is null) <> (${t.refusal} is null)`),
  ],
);

/** What the fairness check showed of these scores, and what the chair said to it. Each response is written once (triggers). */
export const fairnessCheck = sqliteTable(
  'fairness_check',
  {
    callId: id('call_id')
      .notNull()
      .references(() => panel.callId),
    /** The figures as the rules return them (JSON). */
    figures: text('figures').notNull(),
    /** SHA-256 of the scores that were checked: a meeting that changes one wants another look. */
    scoresHash: text('scores_hash').notNull(),
    response: text('response').notNull(),
    respondedAt: instant('responded_at').notNull(),
    respondedBy: id('responded_by')
      .notNull()
      .references(() => person.id),
  },
  (t) => [
    primaryKey({ columns: [t.callId, t.scoresHash] }),
    check('fairness_check_response', sql`trim(${t.response}) <> ''`),
  ],
);
