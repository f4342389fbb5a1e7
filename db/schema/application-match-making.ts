import { sql } from 'drizzle-orm';
import { check, index, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { JoinAnswer } from '#app/grant/application/rules/joining-up.ts';
import type { MergeChoice, MergeEnd } from '#app/grant/application/rules/merging.ts';
import { application } from './application.ts';
import { callQuestion } from './call.ts';
import { id, instant } from './columns.ts';
import { person } from './people.ts';

/** While it lasts, applicants of the same call with a similar idea see this one's line and name. Ended, never deleted. */
export const matchConsent = sqliteTable(
  'match_consent',
  {
    id: id('id').primaryKey(),
    applicationId: id('application_id')
      .notNull()
      .references(() => application.id),
    givenAt: instant('given_at').notNull(),
    givenBy: id('given_by')
      .notNull()
      .references(() => person.id),
    endedAt: instant('ended_at'),
    endedBy: id('ended_by').references(() => person.id),
  },
  (t) => [
    index('match_consent_by_application').on(t.applicationId, t.givenAt),
    uniqueIndex('match_consent_one').on(t.applicationId).where(sql`ended_at is null`),
    check('match_consent_ended', sql`(${t.endedAt} is null) = (${t.endedBy} is null)`),
  ],
);

/** One group that asks another of the same call to join up, and the answer. */
export const joinRequest = sqliteTable(
  'join_request',
  {
    id: id('id').primaryKey(),
    fromId: id('from_id')
      .notNull()
      .references(() => application.id),
    toId: id('to_id')
      .notNull()
      .references(() => application.id),
    message: text('message').notNull(),
    askedAt: instant('asked_at').notNull(),
    askedBy: id('asked_by')
      .notNull()
      .references(() => person.id),
    answer: text('answer').$type<JoinAnswer>(),
    answeredAt: instant('answered_at'),
    answeredBy: id('answered_by').references(() => person.id),
  },
  (t) => [
    index('join_request_to').on(t.toId, t.askedAt),
    index('join_request_from').on(t.fromId, t.askedAt),
    uniqueIndex('join_request_one_open').on(t.fromId, t.toId).where(sql`answer is null`),
    check('join_request_two', sql`${t.fromId} <> ${t.toId}`),
    check('join_request_message', sql`trim(${t.message}) <> ''`),
    check('join_request_answer', sql`${t.answer} is null or ${t.answer} in ('accepted', 'declined', 'taken-back')`),
    check(
      'join_request_answered',
      sql`(${t.answer} is null) = (${t.answeredAt} is null) and (${t.answer} is null) = (${t.answeredBy} is null)`,
    ),
  ],
);

/** Who never wants to be found or asked by whom again. Insert-only (triggers). */
export const matchBlock = sqliteTable(
  'match_block',
  {
    blockerId: id('blocker_id')
      .notNull()
      .references(() => person.id),
    blockedId: id('blocked_id')
      .notNull()
      .references(() => person.id),
    blockedAt: instant('blocked_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.blockerId, t.blockedId] }),
    index('match_block_by_blocked').on(t.blockedId),
    check('match_block_two', sql`${t.blockerId} <> ${t.blockedId}`),
  ],
);

/** One draft that is to go into another of the same call: offered, agreed to, then done; or ended before. */
export const draftMerge = sqliteTable(
  'draft_merge',
  {
    id: id('id').primaryKey(),
    /** The draft that stays. */
    intoId: id('into_id')
      .notNull()
      .references(() => application.id),
    /** The draft that is withdrawn with all its words kept. */
    fromId: id('from_id')
      .notNull()
      .references(() => application.id),
    offeredAt: instant('offered_at').notNull(),
    offeredBy: id('offered_by')
      .notNull()
      .references(() => person.id),
    agreedAt: instant('agreed_at'),
    agreedBy: id('agreed_by').references(() => person.id),
    end: text('end').$type<MergeEnd>(),
    endedAt: instant('ended_at'),
    endedBy: id('ended_by').references(() => person.id),
  },
  (t) => [
    index('draft_merge_into').on(t.intoId, t.offeredAt),
    uniqueIndex('draft_merge_one_open').on(t.fromId).where(sql`end is null`),
    check('draft_merge_two', sql`${t.intoId} <> ${t.fromId}`),
    check('draft_merge_agreed', sql`(${t.agreedAt} is null) = (${t.agreedBy} is null)`),
    check('draft_merge_end', sql`${t.end} is null or ${t.end} in ('merged', 'declined', 'taken-back')`),
    check(
      'draft_merge_ended',
      sql`(${t.end} is null) = (${t.endedAt} is null) and (${t.end} is null) = (${t.endedBy} is null)`,
    ),
    check('draft_merge_with_consent', sql`${t.end} is not 'merged' or ${t.agreedAt} is not null`),
  ],
);

/** What was chosen for each question, and the words that had to make room: nothing of either draft is lost. Insert-only. */
export const draftMergeChoice = sqliteTable(
  'draft_merge_choice',
  {
    mergeId: id('merge_id')
      .notNull()
      .references(() => draftMerge.id),
    questionId: id('question_id')
      .notNull()
      .references(() => callQuestion.id),
    choice: text('choice').$type<MergeChoice>().notNull(),
    /** The answer of the draft that stays, as it was before. */
    textBefore: text('text_before').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.mergeId, t.questionId] }),
    check('draft_merge_choice_known', sql`${t.choice} in ('ours', 'theirs', 'both')`),
  ],
);
