import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { application } from './application.ts';
import { panel, panelMember } from './assessment.ts';
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

/** What is shown of one part of an application while names are hidden, in place of its own words. */
export const redaction = sqliteTable(
  'redaction',
  {
    applicationId: id('application_id')
      .notNull()
      .references(() => application.id),
    /** `title`, `oneLine`, or the id of a question; `spoken:` before it for the transcript of its recording. */
    part: text('part').notNull(),
    text: text('text').notNull(),
    writtenAt: instant('written_at').notNull(),
    writtenBy: id('written_by')
      .notNull()
      .references(() => person.id),
  },
  (t) => [primaryKey({ columns: [t.applicationId, t.part] })],
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

/** A drawing of lots among those the scores cannot tell apart. What is drawn from is fixed before the throw. */
export const panelLottery = sqliteTable(
  'panel_lottery',
  {
    id: id('id').primaryKey(),
    callId: id('call_id')
      .notNull()
      .unique()
      .references(() => panel.callId),
    runId: id('run_id')
      .notNull()
      .references(() => rankingRun.id),
    /** How many of them are chosen. */
    places: integer('places').notNull(),
    /** Who is drawn among, by reference, sorted. */
    entries: json<readonly { readonly applicationId: string; readonly reference: string }[]>('entries').notNull(),
    /** SHA-256 over the entries: published before the throw. */
    entriesHash: text('entries_hash').notNull(),
    fixedAt: instant('fixed_at').notNull(),
    fixedBy: id('fixed_by')
      .notNull()
      .references(() => person.id),
    /** What was thrown, once two people have typed the same. */
    thrown: text('thrown'),
    seed: text('seed'),
    /** All entries in the order drawn: ids of applications. */
    drawn: json<readonly string[]>('drawn'),
    drawnAt: instant('drawn_at'),
  },
  (t) => [
    check('panel_lottery_places', sql`${t.places} >= 1`),
    check(
      'panel_lottery_drawn',
      sql`(${t.thrown} is null) = (${t.drawnAt} is null) and (${t.thrown} is null) = (${t.seed} is null) and (${t.thrown} is null) = (${t.drawn} is null)`,
    ),
  ],
);

/** What one person read off the dice. Insert-only (triggers). */
export const lotteryThrow = sqliteTable(
  'lottery_throw',
  {
    lotteryId: id('lottery_id')
      .notNull()
      .references(() => panelLottery.id),
    personId: id('person_id')
      .notNull()
      .references(() => person.id),
    thrown: text('thrown').notNull(),
    typedAt: instant('typed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.lotteryId, t.personId, t.typedAt] })],
);
