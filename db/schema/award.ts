import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { WrittenState } from '#app/grant/award/rules/answering.ts';
import type { OutcomeName } from '#app/grant/award/rules/deciding.ts';
import type { Formula, RankedApplication } from '#app/grant/award/rules/ranking.ts';
import { application } from './application.ts';
import { call } from './call.ts';
import { currency, flag, id, instant, json, minor } from './columns.ts';
import { partner, person } from './people.ts';

/** What a manager has typed so far: forty reasons are not written in one sitting. */
export const awardDraft = sqliteTable('award_draft', {
  callId: id('call_id')
    .primaryKey()
    .references(() => call.id),
  /** The fields of the form by name, as typed. */
  typed: json<Readonly<Record<string, readonly string[]>>>('typed').notNull(),
  savedAt: instant('saved_at').notNull(),
  savedBy: id('saved_by')
    .notNull()
    .references(() => person.id),
});

/** One decision per call. Insert-only (triggers). */
export const awardDecision = sqliteTable('award_decision', {
  callId: id('call_id')
    .primaryKey()
    .references(() => call.id),
  /** The published rule as it was applied. */
  formula: json<Formula>('formula').notNull(),
  /** Every shortlisted application with all parts of its points, best first. */
  ranking: json<readonly RankedApplication[]>('ranking').notNull(),
  /** Why the decision differs from what the rule proposed, for everybody to read; empty when it does not. */
  publicReason: text('public_reason').notNull(),
  decidedBy: id('decided_by')
    .notNull()
    .references(() => person.id),
  decidedAt: instant('decided_at').notNull(),
});

/** What the decision means for one application. Insert-only (triggers). */
export const awardOutcome = sqliteTable(
  'award_outcome',
  {
    applicationId: id('application_id')
      .primaryKey()
      .references(() => application.id),
    callId: id('call_id')
      .notNull()
      .references(() => awardDecision.callId),
    outcome: text('outcome').$type<OutcomeName>().notNull(),
    /** Place in the ranking; null for an application that was not shortlisted. */
    position: integer('position'),
    /** What was awarded; null for everybody else. */
    amountMinor: minor('amount_minor'),
    /** What the applicant is told. Empty when awarded. */
    reason: text('reason').notNull(),
    nearly: flag('nearly').notNull(),
    /** Until when a group on the reserve list is kept waiting at most; null for everybody else. */
    reserveUntil: instant('reserve_until'),
    /** Declined because a rule of the call is not met, and not because of the points. */
    ineligible: flag('ineligible').notNull().default(false),
  },
  (t) => [
    uniqueIndex('award_outcome_position').on(t.callId, t.position),
    check('award_outcome_known', sql`${t.outcome} in ('awarded', 'reserve', 'declined')`),
    check('award_outcome_amount', sql`(${t.outcome} = 'awarded') = (${t.amountMinor} is not null)`),
    check('award_outcome_amount_positive', sql`${t.amountMinor} is null or ${t.amountMinor} > 0`),
    check('award_outcome_reason', sql`${t.outcome} <> 'declined' or trim(${t.reason}) <> ''`),
    check('award_outcome_ranked', sql`${t.outcome} = 'declined' or ${t.position} is not null`),
    check('award_outcome_nearly', sql`${t.outcome} = 'declined' or ${t.nearly} = 0`),
  ],
);

/** From this moment every applicant of the call may know. Insert-only (triggers). */
export const awardRelease = sqliteTable('award_release', {
  callId: id('call_id')
    .primaryKey()
    .references(() => awardDecision.callId),
  releasedAt: instant('released_at').notNull(),
  releasedBy: id('released_by')
    .notNull()
    .references(() => person.id),
});

/** The end of waiting for a group on the reserve list that no place came free for. Insert-only (triggers). */
export const reserveClosing = sqliteTable(
  'reserve_closing',
  {
    applicationId: id('application_id')
      .primaryKey()
      .references(() => awardOutcome.applicationId),
    reason: text('reason').notNull(),
    closedAt: instant('closed_at').notNull(),
    closedBy: id('closed_by')
      .notNull()
      .references(() => person.id),
  },
  (t) => [check('reserve_closing_reason', sql`trim(${t.reason}) <> ''`)],
);

export const award = sqliteTable(
  'award',
  {
    id: id('id').primaryKey(),
    callId: id('call_id')
      .notNull()
      .references(() => call.id),
    partnerId: id('partner_id')
      .notNull()
      .references(() => partner.id),
    applicationId: id('application_id')
      .notNull()
      .unique()
      .references(() => awardOutcome.applicationId),
    recipientId: id('recipient_id')
      .notNull()
      .references(() => person.id),
    groupName: text('group_name').notNull(),
    title: text('title').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    currency: currency('currency').notNull(),
    /** An offer lapses by itself when `respondBy` has passed: nothing is written then. */
    state: text('state').$type<WrittenState>().notNull(),
    trancheWeights: json<readonly number[]>('tranche_weights').notNull(),
    agreementVersion: text('agreement_version').notNull(),
    agreementText: text('agreement_text').notNull(),
    agreementHash: text('agreement_hash').notNull(),
    /** When it was offered, or offered again. */
    offeredAt: instant('offered_at').notNull(),
    offeredBy: id('offered_by')
      .notNull()
      .references(() => person.id),
    respondBy: instant('respond_by').notNull(),
    answeredAt: instant('answered_at'),
  },
  (t) => [
    index('award_by_call').on(t.callId),
    index('award_by_recipient').on(t.recipientId),
    check('award_state', sql`${t.state} in ('offered', 'accepted', 'refused')`),
    check('award_amount', sql`typeof(${t.amountMinor}) = 'integer' and ${t.amountMinor} > 0`),
    check('award_answered', sql`(${t.state} = 'offered') = (${t.answeredAt} is null)`),
    check('award_respond_by', sql`${t.respondBy} > ${t.offeredAt}`),
    check(
      'award_agreement_hash',
      sql`length(${t.agreementHash}) = 64 and ${t.agreementText} <> '' and ${t.agreementVersion} <> ''`,
    ),
  ],
);

/** Who agreed to which words, and when. Insert-only (triggers). */
export const acceptance = sqliteTable(
  'acceptance',
  {
    awardId: id('award_id')
      .primaryKey()
      .references(() => award.id),
    personId: id('person_id')
      .notNull()
      .references(() => person.id),
    typedName: text('typed_name').notNull(),
    agreementVersion: text('agreement_version').notNull(),
    agreementHash: text('agreement_hash').notNull(),
    acceptedAt: instant('accepted_at').notNull(),
  },
  (t) => [check('acceptance_name', sql`trim(${t.typedName}) <> ''`)],
);
