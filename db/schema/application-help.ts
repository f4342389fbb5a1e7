import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { FeedbackComment, FeedbackLine } from '#app/grant/application/rules/draft-feedback.ts';
import type { HelpKind } from '#app/grant/application/rules/help-log.ts';
import type { MeetingWay } from '#app/grant/application/rules/one-to-one.ts';
import type { ConfirmMeans, ConsentMeans } from '#app/grant/application/rules/staff-entry.ts';
import { application } from './application.ts';
import { call, callQuestion } from './call.ts';
import { flag, id, instant, json } from './columns.ts';
import { person } from './people.ts';

const applicationId = () =>
  id('application_id')
    .notNull()
    .references(() => application.id, { onDelete: 'cascade' });

const personId = (name: string) => id(name).references(() => person.id);

/** Help that an application had, so that it can be evened out. Insert-only (triggers). */
export const helpGiven = sqliteTable(
  'help_given',
  {
    id: id('id').primaryKey(),
    applicationId: applicationId(),
    kind: text('kind').$type<HelpKind>().notNull(),
    minutes: integer('minutes'),
    by: personId('by').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    index('help_given_by_application').on(t.applicationId, t.kind),
    // Asked in, or entered for: each is said once of a person.
    uniqueIndex('help_given_once')
      .on(t.applicationId, t.kind, t.by)
      .where(sql`kind in ('support-worker', 'staff-entry')`),
    check(
      'help_given_kind',
      sql`${t.kind} in ('support-worker', 'staff-entry', 'one-to-one', 'question-answered', 'draft-feedback')`,
    ),
    check('help_given_minutes', sql`${t.minutes} is null or ${t.minutes} between 1 and 600`),
  ],
);

/** Who helped with which answer, and in which minute. Insert-only (triggers). */
export const helpSave = sqliteTable(
  'help_save',
  {
    applicationId: applicationId(),
    /** The question, or `details`. */
    what: text('what').notNull(),
    by: personId('by').notNull(),
    /** The beginning of the minute: autosave writes many times in it. */
    minute: instant('minute').notNull(),
  },
  (t) => [primaryKey({ columns: [t.applicationId, t.what, t.by, t.minute] })],
);

/** The one letter that offers help to somebody who had none. Insert-only (triggers). */
export const helpOffer = sqliteTable('help_offer', {
  applicationId: applicationId().primaryKey(),
  offeredBy: personId('offered_by').notNull(),
  offeredAt: instant('offered_at').notNull(),
});

/** A question asked from inside an application, and its answer. */
export const helpQuestion = sqliteTable(
  'help_question',
  {
    id: id('id').primaryKey(),
    applicationId: applicationId(),
    /** The question of the call it is about; null for the application as a whole. */
    questionId: id('question_id').references(() => callQuestion.id),
    text: text('text').notNull(),
    askedBy: personId('asked_by').notNull(),
    askedAt: instant('asked_at').notNull(),
    answer: text('answer'),
    answeredBy: personId('answered_by'),
    answeredAt: instant('answered_at'),
    /** It was published on the page of the call, edited and without a name. */
    publishedAt: instant('published_at'),
  },
  (t) => [
    index('help_question_by_application').on(t.applicationId, t.askedAt),
    index('help_question_waiting').on(t.applicationId).where(sql`answered_at is null`),
    check('help_question_written', sql`${t.text} <> '' and (${t.answer} is null or ${t.answer} <> '')`),
    check(
      'help_question_answered',
      sql`(${t.answer} is null) = (${t.answeredAt} is null) and (${t.answer} is null) = (${t.answeredBy} is null)`,
    ),
    check('help_question_published', sql`${t.publishedAt} is null or ${t.answeredAt} is not null`),
  ],
);

/** A time that a member of staff keeps for one applicant. It stays as it is, or is taken back (triggers). */
export const helpSlot = sqliteTable(
  'help_slot',
  {
    id: id('id').primaryKey(),
    callId: id('call_id')
      .notNull()
      .references(() => call.id),
    hostId: personId('host_id').notNull(),
    startsAt: instant('starts_at').notNull(),
    minutes: integer('minutes').notNull(),
    way: text('way').$type<MeetingWay>().notNull(),
    /** An address or a link; empty by phone. */
    place: text('place').notNull(),
    language: text('language').notNull(),
    interpreter: flag('interpreter').notNull(),
    createdAt: instant('created_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
  },
  (t) => [
    index('help_slot_by_call').on(t.callId, t.startsAt),
    uniqueIndex('help_slot_once').on(t.hostId, t.startsAt).where(sql`withdrawn_at is null`),
    check('help_slot_minutes', sql`${t.minutes} between 10 and 180`),
    check('help_slot_way', sql`${t.way} in ('place', 'phone', 'video') and (${t.way} = 'phone') = (${t.place} = '')`),
  ],
);

/** A slot that an applicant has taken. Two who press at once: the unique index lets one in. */
export const helpBooking = sqliteTable(
  'help_booking',
  {
    id: id('id').primaryKey(),
    slotId: id('slot_id')
      .notNull()
      .references(() => helpSlot.id),
    applicationId: applicationId(),
    bookedBy: personId('booked_by').notNull(),
    bookedAt: instant('booked_at').notNull(),
    /** The number to call, for a meeting by phone. */
    phone: text('phone').notNull(),
    remindedAt: instant('reminded_at'),
    cancelledAt: instant('cancelled_at'),
    cancelledBy: personId('cancelled_by'),
    /** What became of it, once it is over. */
    outcome: text('outcome').$type<'met' | 'missed'>(),
  },
  (t) => [
    uniqueIndex('help_booking_one_each').on(t.slotId).where(sql`cancelled_at is null`),
    index('help_booking_by_application').on(t.applicationId),
    check('help_booking_cancelled', sql`(${t.cancelledAt} is null) = (${t.cancelledBy} is null)`),
    check(
      'help_booking_outcome',
      sql`${t.outcome} is null or (${t.outcome} in ('met', 'missed') and ${t.cancelledAt} is null)`,
    ),
  ],
);

/** "Please read my draft": a copy of that moment, which is gone once it is answered or taken back. */
export const draftFeedback = sqliteTable(
  'draft_feedback',
  {
    id: id('id').primaryKey(),
    applicationId: applicationId(),
    askedBy: personId('asked_by').notNull(),
    askedAt: instant('asked_at').notNull(),
    copy: json<readonly FeedbackLine[]>('copy'),
    comments: json<readonly FeedbackComment[]>('comments'),
    answeredBy: personId('answered_by'),
    answeredAt: instant('answered_at'),
    takenBackAt: instant('taken_back_at'),
  },
  (t) => [
    uniqueIndex('draft_feedback_one_open')
      .on(t.applicationId)
      .where(sql`answered_at is null and taken_back_at is null`),
    check(
      'draft_feedback_ends',
      sql`(${t.copy} is not null) = (${t.answeredAt} is null and ${t.takenBackAt} is null)
        and (${t.answeredAt} is null or ${t.takenBackAt} is null)`,
    ),
    check(
      'draft_feedback_answered',
      sql`(${t.comments} is null) = (${t.answeredAt} is null) and (${t.answeredBy} is null) = (${t.answeredAt} is null)`,
    ),
  ],
);

/** An application that a member of staff writes down for somebody who phones or comes by. */
export const staffEntry = sqliteTable(
  'staff_entry',
  {
    applicationId: applicationId().primaryKey(),
    enteredBy: personId('entered_by').notNull(),
    startedAt: instant('started_at').notNull(),
    /** Whose words they are, as they gave it. */
    forName: text('for_name').notNull(),
    phone: text('phone').notNull(),
    /** By which means they agreed, and the sentence that was spoken. */
    consentMeans: text('consent_means').$type<ConsentMeans>().notNull(),
    consentWords: text('consent_words').notNull(),
    /** Of the code on paper with which its owner takes it over; the code itself is never kept. */
    claimHash: text('claim_hash').notNull().unique(),
    /** Whom the letter about it went to, where they gave an address: its owner, unless they wrote a draft of their own. */
    letterTo: personId('letter_to'),
    claimedAt: instant('claimed_at'),
    claimedBy: personId('claimed_by'),
    confirmedAt: instant('confirmed_at'),
    confirmedBy: personId('confirmed_by'),
    confirmedMeans: text('confirmed_means').$type<ConfirmMeans>(),
  },
  (t) => [
    index('staff_entry_by_letter').on(t.letterTo).where(sql`letter_to is not null`),
    check('staff_entry_written', sql`${t.forName} <> '' and ${t.consentWords} <> ''`),
    check('staff_entry_consent', sql`${t.consentMeans} in ('in-person', 'by-phone', 'with-interpreter', 'in-writing')`),
    check('staff_entry_claimed', sql`(${t.claimedAt} is null) = (${t.claimedBy} is null)`),
    check(
      'staff_entry_confirmed',
      sql`(${t.confirmedAt} is null) = (${t.confirmedBy} is null)
        and (${t.confirmedAt} is null) = (${t.confirmedMeans} is null)
        and (${t.confirmedMeans} is null or ${t.confirmedMeans} in ('own-sign-in', 'read-back'))`,
    ),
  ],
);
