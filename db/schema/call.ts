import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { DateKind, MilestoneKind } from '#app/grant/call/rules/plan.ts';
import { currency, flag, id, instant, json, minor } from './columns.ts';
import { partner, person } from './people.ts';

export type QuestionKind =
  | 'text'
  | 'line'
  | 'choice'
  | 'choices'
  | 'number'
  | 'date'
  | 'money-table'
  | 'links'
  | 'recording'
  | 'file';

/** A question as it stands in its row, without its call and its place. */
export type StoredQuestion = Omit<typeof callQuestion.$inferSelect, 'callId' | 'position'>;

export const call = sqliteTable(
  'call',
  {
    id: id('id').primaryKey(),
    partnerId: id('partner_id')
      .notNull()
      .references(() => partner.id),
    slug: text('slug').notNull().unique(),
    state: text('state').$type<'draft' | 'published'>().notNull(),
    strand: text('strand').$type<'social-innovation' | 'social-enterprise'>().notNull(),
    /** BCP 47 tag of the language in which all of its own words are written. */
    language: text('language').notNull().default('en'),
    title: text('title').notNull(),
    summary: text('summary').notNull(),
    about: text('about').notNull(),
    whoCanApply: text('who_can_apply').notNull(),
    support: text('support').notNull(),
    themes: json<readonly string[]>('themes').notNull(),
    currency: currency('currency').notNull(),
    potMinor: minor('pot_minor').notNull(),
    awardMaxMinor: minor('award_max_minor').notNull(),
    awardsPlanned: integer('awards_planned').notNull(),
    timeZone: text('time_zone').notNull(),
    opensAt: instant('opens_at').notNull(),
    closesAt: instant('closes_at').notNull(),
    videoAllowed: flag('video_allowed').notNull(),
    videoSecondsMax: integer('video_seconds_max').notNull(),
    participantShareMinPercent: integer('participant_share_min_percent').notNull(),
    hasPitchDay: flag('has_pitch_day').notNull(),
    panelWeightPercent: integer('panel_weight_percent').notNull(),
    publicWeightPercent: integer('public_weight_percent').notNull(),
    minimumSupportPercent: integer('minimum_support_percent').notNull(),
    choicesMax: integer('choices_max').notNull(),
    /** Voters put the groups they choose in order. */
    choicesRanked: flag('choices_ranked').notNull().default(false),
    /** How much of the pot the room shares out on pitch day. */
    roomPotMinor: minor('room_pot_minor').notNull().default(0),
    /** How many judges must score each pitch on the day; 0 where the sheets before it decide. */
    judgesMin: integer('judges_min').notNull().default(0),
    tieRule: text('tie_rule').$type<'lot' | 'panel-score'>().notNull(),
    /** Only somebody with a code may start. */
    invitationOnly: flag('invitation_only').notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: id('created_by')
      .notNull()
      .references(() => person.id),
    publishedAt: instant('published_at'),
  },
  (t) => [
    index('call_by_partner').on(t.partnerId),
    check('call_state', sql`(${t.state} = 'published') = (${t.publishedAt} is not null)`),
    check('call_slug', sql`length(${t.slug}) between 1 and 60 and ${t.slug} not glob '*[^a-z0-9-]*'`),
    check('call_strand', sql`${t.strand} in ('social-innovation', 'social-enterprise')`),
    check('call_money', sql`${t.potMinor} > 0 and ${t.awardMaxMinor} between 1 and ${t.potMinor}`),
    check('call_awards', sql`${t.awardsPlanned} between 1 and 1000`),
    check('call_video', sql`${t.videoSecondsMax} between 10 and 600`),
    check(
      'call_vote',
      sql`${t.choicesMax} between 1 and 20 and (${t.hasPitchDay} = 1 or ${t.publicWeightPercent} = 0)`,
    ),
    check('call_tie_rule', sql`${t.tieRule} in ('lot', 'panel-score')`),
    check('call_window', sql`${t.opensAt} < ${t.closesAt}`),
    check(
      'call_weights',
      sql`${t.panelWeightPercent} + ${t.publicWeightPercent} = 100 and ${t.publicWeightPercent} >= 0 and ${t.panelWeightPercent} >= 0`,
    ),
    check(
      'call_shares',
      sql`${t.participantShareMinPercent} between 0 and 100 and ${t.minimumSupportPercent} between 0 and 100`,
    ),
  ],
);

export const callQuestion = sqliteTable(
  'call_question',
  {
    id: id('id').primaryKey(),
    callId: id('call_id')
      .notNull()
      .references(() => call.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    kind: text('kind').$type<QuestionKind>().notNull(),
    section: text('section').notNull(),
    label: text('label').notNull(),
    guidance: text('guidance').notNull(),
    wordsMax: integer('words_max').notNull(),
    minutes: integer('minutes'),
    required: flag('required').notNull(),
    byVideo: flag('by_video').notNull(),
    byVoice: flag('by_voice').notNull(),
    options: json<readonly string[]>('options').notNull(),
    onlyIf: json<{ readonly questionId: string; readonly anyOf: readonly string[] }>('only_if'),
  },
  (t) => [
    // Not unique: a list that is put in a new order passes through doubles, and nobody sees it before it is whole.
    index('call_question_position').on(t.callId, t.position),
    check('call_question_place', sql`${t.position} between 1 and 30`),
    check(
      'call_question_kind',
      sql`${t.kind} in ('text', 'line', 'choice', 'choices', 'number', 'date', 'money-table', 'links', 'recording', 'file')`,
    ),
    check(
      'call_question_words',
      sql`${t.wordsMax} between 0 and 2000 and (${t.wordsMax} > 0) = (${t.kind} in ('text', 'line'))`,
    ),
    check('call_question_minutes', sql`${t.minutes} is null or ${t.minutes} between 1 and 240`),
  ],
);

export const callCriterion = sqliteTable(
  'call_criterion',
  {
    id: id('id').primaryKey(),
    callId: id('call_id')
      .notNull()
      .references(() => call.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    question: text('question').notNull(),
    weightPercent: integer('weight_percent').notNull(),
  },
  (t) => [
    uniqueIndex('call_criterion_position').on(t.callId, t.position),
    check('call_criterion_place', sql`${t.position} between 1 and 12`),
    check('call_criterion_weight', sql`${t.weightPercent} between 1 and 100`),
  ],
);

/** What each score from 1 to 5 looks like, in words. */
export const scoreAnchor = sqliteTable(
  'score_anchor',
  {
    criterionId: id('criterion_id')
      .notNull()
      .references(() => callCriterion.id, { onDelete: 'cascade' }),
    score: integer('score').notNull(),
    words: text('words').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.criterionId, t.score] }),
    check('score_anchor_score', sql`${t.score} between 1 and 5 and ${t.words} <> ''`),
  ],
);

/** The plan of the round. Opening and closing stand in the call itself, because everything is judged by them. */
export const callDate = sqliteTable(
  'call_date',
  {
    id: id('id').primaryKey(),
    callId: id('call_id')
      .notNull()
      .references(() => call.id, { onDelete: 'cascade' }),
    kind: text('kind').$type<DateKind>().notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at'),
    /** An address, or a link; empty where nobody has to come. */
    place: text('place').notNull(),
  },
  (t) => [
    uniqueIndex('call_date_once').on(t.callId, t.kind, t.startsAt),
    index('call_date_when').on(t.startsAt),
    uniqueIndex('call_date_single')
      .on(t.callId, t.kind)
      .where(sql`kind not in ('information-session', 'panel-meeting')`),
    check(
      'call_date_kind',
      sql`${t.kind} in ('information-session', 'questions-close', 'draft-feedback', 'eligibility-check', 'panel-meeting', 'pitch-day', 'decisions', 'feedback-release')`,
    ),
    check('call_date_end', sql`${t.endsAt} is null or ${t.endsAt} > ${t.startsAt}`),
    check('call_date_place', sql`length(${t.place}) <= 300`),
  ],
);

/** Which dates the managers were reminded of. A date that moves is a new one to be reminded of. */
export const callReminder = sqliteTable(
  'call_reminder',
  {
    callId: id('call_id')
      .notNull()
      .references(() => call.id),
    kind: text('kind').$type<MilestoneKind>().notNull(),
    startsAt: instant('starts_at').notNull(),
    remindedAt: instant('reminded_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.callId, t.kind, t.startsAt] })],
);

/** A word the call has agreed on, with what it means here. */
export const callTerm = sqliteTable(
  'call_term',
  {
    id: id('id').primaryKey(),
    callId: id('call_id')
      .notNull()
      .references(() => call.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    term: text('term').notNull(),
    meaning: text('meaning').notNull(),
  },
  (t) => [
    uniqueIndex('call_term_position').on(t.callId, t.position),
    check('call_term_place', sql`${t.position} between 1 and 20`),
    check('call_term_written', sql`${t.term} <> '' and ${t.meaning} <> ''`),
  ],
);

/** One sentence of the self-check, and where a "no" leads. */
export const callCheckItem = sqliteTable(
  'call_check_item',
  {
    id: id('id').primaryKey(),
    callId: id('call_id')
      .notNull()
      .references(() => call.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    statement: text('statement').notNull(),
    route: text('route').$type<'another-call' | 'fiscal-host' | 'partner'>().notNull(),
    advice: text('advice').notNull(),
    link: text('link').notNull(),
    /** The other call, by the last part of its address: it is published, so that part never changes. */
    otherSlug: text('other_slug').references(() => call.slug),
  },
  (t) => [
    uniqueIndex('call_check_item_position').on(t.callId, t.position),
    check('call_check_item_place', sql`${t.position} between 1 and 8`),
    check('call_check_item_route', sql`${t.route} in ('another-call', 'fiscal-host', 'partner')`),
    check('call_check_item_other', sql`(${t.route} = 'another-call') = (${t.otherSlug} is not null)`),
    check('call_check_item_written', sql`${t.statement} <> '' and (${t.otherSlug} is not null or ${t.advice} <> '')`),
  ],
);

/** How often the self-check ended in which way: a number, and nothing about anybody. */
export const callCheckCount = sqliteTable(
  'call_check_count',
  {
    callId: id('call_id')
      .notNull()
      .references(() => call.id),
    outcome: text('outcome').$type<'fits' | 'another-way'>().notNull(),
    count: integer('count').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.callId, t.outcome] }),
    check('call_check_count_outcome', sql`${t.outcome} in ('fits', 'another-way') and ${t.count} > 0`),
  ],
);

/** What applicants were told, word for word, with its hash: one row each time it was published. Insert-only (triggers). */
export const callPublication = sqliteTable(
  'call_publication',
  {
    callId: id('call_id')
      .notNull()
      .references(() => call.id),
    version: integer('version').notNull().default(1),
    /** Why it changed, as everybody reads it; empty for the first. */
    reason: text('reason').notNull().default(''),
    facts: text('facts').notNull(),
    factsHash: text('facts_hash').notNull(),
    publishedAt: instant('published_at').notNull(),
    publishedBy: id('published_by')
      .notNull()
      .references(() => person.id),
  },
  (t) => [
    primaryKey({ columns: [t.callId, t.version] }),
    check('call_publication_reason', sql`${t.version} >= 1 and (${t.version} = 1) = (${t.reason} = '')`),
  ],
);

/**
 * A change to a published call that is being prepared: a draft beside it, worked on like any other, and what each of
 * its questions and dates was copied from. There is one at a time, and it is gone once it is published or given up.
 */
export const callChange = sqliteTable(
  'call_change',
  {
    callId: id('call_id')
      .primaryKey()
      .references(() => call.id),
    draftId: id('draft_id')
      .notNull()
      .unique()
      .references(() => call.id, { onDelete: 'cascade' }),
    /** The version it was copied from. */
    baseVersion: integer('base_version').notNull(),
    /** The id each question and date has in the published call, by the id of its copy. */
    origins: json<Readonly<Record<string, string>>>('origins').notNull(),
    /** Only within the transaction that publishes it: then the published call may be written. */
    publishing: flag('publishing').notNull().default(false),
    begunAt: instant('begun_at').notNull(),
    begunBy: id('begun_by')
      .notNull()
      .references(() => person.id),
  },
  (t) => [check('call_change_apart', sql`${t.callId} <> ${t.draftId} and ${t.baseVersion} >= 1`)],
);

/** The question that was taken out of a draft last, so that it can be put back. */
export const callRemovedQuestion = sqliteTable('call_removed_question', {
  callId: id('call_id')
    .primaryKey()
    .references(() => call.id, { onDelete: 'cascade' }),
  position: integer('position').notNull(),
  question: json<StoredQuestion>('question').notNull(),
  removedAt: instant('removed_at').notNull(),
});

/** A question that was asked and its answer, for everybody: edited, and without a name. */
export const callReply = sqliteTable(
  'call_reply',
  {
    id: id('id').primaryKey(),
    callId: id('call_id')
      .notNull()
      .references(() => call.id),
    question: text('question').notNull(),
    answer: text('answer').notNull(),
    publishedAt: instant('published_at').notNull(),
    publishedBy: id('published_by')
      .notNull()
      .references(() => person.id),
    removedAt: instant('removed_at'),
  },
  (t) => [
    index('call_reply_by_call').on(t.callId, t.publishedAt),
    check('call_reply_written', sql`${t.question} <> '' and ${t.answer} <> ''`),
  ],
);
