import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { application } from './application.ts';
import { callQuestion } from './call.ts';
import { id, instant } from './columns.ts';
import { person } from './people.ts';

export type ReopenedDetail =
  | 'groupName'
  | 'title'
  | 'oneLine'
  | 'theme'
  | 'city'
  | 'amountMinor'
  | 'moneyHolder'
  | 'hostName';

/** Parts of a sent application that its applicant may write anew until a moment. One at a time (trigger). */
export const applicationReopening = sqliteTable(
  'application_reopening',
  {
    id: id('id').primaryKey(),
    applicationId: id('application_id')
      .notNull()
      .references(() => application.id),
    /** In plain words, to the applicant. */
    reason: text('reason').notNull(),
    untilAt: instant('until_at').notNull(),
    reopenedAt: instant('reopened_at').notNull(),
    reopenedBy: id('reopened_by')
      .notNull()
      .references(() => person.id),
    /** Counts the saves of the details, so that a second window notices the first. */
    detailsRevision: integer('details_revision').notNull().default(0),
    /** When the applicant sent it again. */
    sentAt: instant('sent_at'),
    /** When somebody on the staff closed it again: what was sent before stays. */
    takenBackAt: instant('taken_back_at'),
  },
  (t) => [
    index('application_reopening_by_application').on(t.applicationId, t.reopenedAt),
    check('application_reopening_reason', sql`trim(${t.reason}) <> '' and length(${t.reason}) <= 2000`),
    check('application_reopening_until', sql`${t.untilAt} > ${t.reopenedAt}`),
    check('application_reopening_ends_once', sql`${t.sentAt} is null or ${t.takenBackAt} is null`),
    check(
      'application_reopening_ends_in_time',
      sql`coalesce(${t.sentAt}, ${t.takenBackAt}, ${t.reopenedAt}) between ${t.reopenedAt} and ${t.untilAt} - 1`,
    ),
  ],
);

/**
 * One question or one detail that was reopened: what stood there, and what the applicant has written since. The
 * application itself changes only when it is sent again, so nobody ever reads half a sentence, and what was not sent
 * in time is still here.
 */
export const reopenedPart = sqliteTable(
  'reopened_part',
  {
    id: id('id').primaryKey(),
    reopeningId: id('reopening_id')
      .notNull()
      .references(() => applicationReopening.id),
    questionId: id('question_id').references(() => callQuestion.id),
    detail: text('detail').$type<ReopenedDetail>(),
    /** An amount stands here in whole minor units; empty where there was nothing. */
    before: text('before').notNull(),
    text: text('text').notNull(),
    words: integer('words').notNull(),
    revision: integer('revision').notNull(),
    /** Null until the applicant has written something. */
    savedAt: instant('saved_at'),
  },
  (t) => [
    uniqueIndex('reopened_part_question').on(t.reopeningId, t.questionId),
    uniqueIndex('reopened_part_detail').on(t.reopeningId, t.detail),
    check('reopened_part_one', sql`(${t.questionId} is null) <> (${t.detail} is null)`),
    check(
      'reopened_part_known',
      sql`${t.detail} is null or ${t.detail} in ('groupName', 'title', 'oneLine', 'theme', 'city', 'amountMinor', 'moneyHolder', 'hostName')`,
    ),
    check('reopened_part_counts', sql`${t.words} >= 0 and ${t.revision} >= 0`),
    check('reopened_part_untouched', sql`${t.savedAt} is not null or ${t.text} = ${t.before}`),
  ],
);
