import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { call, callQuestion } from './call.ts';
import { id, instant, minor } from './columns.ts';
import { person } from './people.ts';

export type ApplicationState = 'draft' | 'submitted' | 'withdrawn';
export type MediaState = 'receiving' | 'hashing' | 'probing' | 'ready' | 'rejected';
export type MediaKind = 'video' | 'audio' | 'file';
/** Recorded for a reopened question and not sent; sent once, until another one took its place. */
export type MediaAside = 'unsent' | 'earlier';

/** What somebody asks for. Everything may be empty while it is a draft; triggers freeze it afterwards. */
export const application = sqliteTable(
  'application',
  {
    id: id('id').primaryKey(),
    callId: id('call_id')
      .notNull()
      .references(() => call.id),
    /** Its owner: who began it, or whom it was handed over to. Everybody else is an `application_member`. */
    applicantId: id('applicant_id')
      .notNull()
      .references(() => person.id),
    /** What people say on the telephone: "SI-7K3D2M". */
    reference: text('reference').notNull().unique(),
    state: text('state').$type<ApplicationState>().notNull(),
    title: text('title').notNull(),
    oneLine: text('one_line').notNull(),
    groupName: text('group_name').notNull(),
    theme: text('theme').notNull(),
    city: text('city').notNull(),
    amountMinor: minor('amount_minor'),
    moneyHolder: text('money_holder').$type<'' | 'ourselves' | 'host' | 'unknown'>().notNull().default(''),
    hostName: text('host_name').notNull().default(''),
    /** BCP 47 tag of the language the answers are written or spoken in. */
    language: text('language').notNull(),
    /** Counts the saves of the details, so that a second window notices the first. */
    detailsRevision: integer('details_revision').notNull().default(0),
    /** Who saved the details last; null for the applicant of a time before there were teams. */
    detailsSavedBy: id('details_saved_by').references(() => person.id),
    detailsSavedAt: instant('details_saved_at'),
    createdAt: instant('created_at').notNull(),
    savedAt: instant('saved_at').notNull(),
    submittedAt: instant('submitted_at'),
    /** When something began to rest on it that outlives the applicant's wish: an accepted award. It then stays. */
    settledAt: instant('settled_at'),
    withdrawnAt: instant('withdrawn_at'),
    withdrawnReason: text('withdrawn_reason'),
  },
  (t) => [
    index('application_by_call').on(t.callId, t.state, t.reference),
    index('application_by_applicant').on(t.applicantId, t.createdAt),
    // Two taps on "start" make one draft.
    uniqueIndex('application_one_draft').on(t.callId, t.applicantId).where(sql`state = 'draft'`),
    check('application_state', sql`${t.state} in ('draft', 'submitted', 'withdrawn')`),
    check(
      'application_state_instants',
      sql`(${t.state} <> 'draft' or ${t.submittedAt} is null)
        and (${t.state} <> 'submitted' or ${t.submittedAt} is not null)
        and (${t.state} = 'withdrawn') = (${t.withdrawnAt} is not null)
        and (${t.withdrawnReason} is null or ${t.state} = 'withdrawn')`,
    ),
    check('application_settled', sql`${t.settledAt} is null or ${t.state} = 'submitted'`),
    check('application_amount', sql`${t.amountMinor} is null or ${t.amountMinor} > 0`),
    check(
      'application_submitted_whole',
      sql`${t.submittedAt} is null or (${t.title} <> '' and ${t.groupName} <> '' and ${t.amountMinor} is not null)`,
    ),
  ],
);

export const answer = sqliteTable(
  'answer',
  {
    applicationId: id('application_id')
      .notNull()
      .references(() => application.id),
    questionId: id('question_id')
      .notNull()
      .references(() => callQuestion.id),
    text: text('text').notNull(),
    /** As `countWords` counted them when it was saved. */
    words: integer('words').notNull(),
    revision: integer('revision').notNull(),
    savedAt: instant('saved_at').notNull(),
    /** BCP 47 tag; null in answers from before each had its own: then that of the application. */
    language: text('language'),
    /** Who wrote these words; null for the applicant of a time before there were teams. */
    savedBy: id('saved_by').references(() => person.id),
  },
  (t) => [
    primaryKey({ columns: [t.applicationId, t.questionId] }),
    check('answer_counts', sql`${t.revision} > 0 and ${t.words} >= 0`),
  ],
);

/** A recording or a file that answers a question, from its first byte to the moment others may open it. */
export const media = sqliteTable(
  'media',
  {
    id: id('id').primaryKey(),
    applicationId: id('application_id')
      .notNull()
      .references(() => application.id),
    questionId: id('question_id')
      .notNull()
      .references(() => callQuestion.id),
    fileName: text('file_name').notNull(),
    /** As announced while it arrives, as counted once it is here. */
    bytes: integer('bytes').notNull(),
    /** What the sender's browser computed, where it could. */
    sha256Given: text('sha256_given'),
    sha256: text('sha256'),
    /** What it turned out to be; nobody knows before it was judged. */
    kind: text('kind').$type<MediaKind>(),
    mime: text('mime'),
    /** Of what can be played. */
    seconds: real('seconds'),
    state: text('state').$type<MediaState>().notNull(),
    rejectedReason: text('rejected_reason'),
    createdAt: instant('created_at').notNull(),
    /** When it reached this state: what hangs is taken up again. */
    stateAt: instant('state_at').notNull(),
    /** Random; under DATA_DIR/files. */
    storedName: text('stored_name').unique(),
    /** BCP 47 tag of the language that is spoken; null in recordings from before each had its own. */
    language: text('language'),
    /** Who sends it; null for what the portal brings itself, and in recordings from before this was noted. */
    sentBy: id('sent_by').references(() => person.id),
    /** Which reopened question it was recorded for, after the application was sent; null for all others (trigger). */
    reopenedPartId: id('reopened_part_id'),
    /** Why it does not stand in the application; null for what does. */
    aside: text('aside').$type<MediaAside>(),
  },
  (t) => [
    index('media_by_application').on(t.applicationId, t.questionId),
    index('media_by_state').on(t.state, t.stateAt),
    // Each time a question is reopened has its own recording, beside the one that was sent.
    uniqueIndex('media_one_ready')
      .on(t.applicationId, t.questionId, sql`coalesce(reopened_part_id, '')`)
      .where(sql`state = 'ready'`),
    uniqueIndex('media_one_arriving')
      .on(t.applicationId, t.questionId, sql`coalesce(reopened_part_id, '')`)
      .where(sql`state <> 'ready'`),
    uniqueIndex('media_one_standing').on(t.applicationId, t.questionId).where(sql`state = 'ready' and aside is null`),
    index('media_unsent').on(t.reopenedPartId).where(sql`aside = 'unsent'`),
    check('media_state', sql`${t.state} in ('receiving', 'hashing', 'probing', 'ready', 'rejected')`),
    check('media_bytes', sql`${t.bytes} between 0 and 524288000`),
    check(
      'media_ready_whole',
      sql`(${t.state} = 'ready') = (${t.storedName} is not null)
        and (${t.state} <> 'ready' or (${t.sha256} is not null and ${t.mime} is not null and ${t.kind} is not null))`,
    ),
    check('media_kind', sql`${t.kind} is null or ${t.kind} in ('video', 'audio', 'file')`),
    check('media_plays', sql`${t.kind} is null or (${t.kind} = 'file') = (${t.seconds} is null)`),
    check('media_rejected_why', sql`(${t.state} = 'rejected') = (${t.rejectedReason} is not null)`),
  ],
);

export type TranslationOrigin = 'person' | 'machine';

/**
 * What an answer says in another language, beside it. It is no change of the answer, so it may come after the
 * application was sent; it counts once the applicant has approved it, and falls when the answer changes (triggers).
 */
export const answerTranslation = sqliteTable(
  'answer_translation',
  {
    applicationId: id('application_id')
      .notNull()
      .references(() => application.id, { onDelete: 'cascade' }),
    questionId: id('question_id')
      .notNull()
      .references(() => callQuestion.id),
    language: text('language').notNull(),
    text: text('text').notNull(),
    /** Counts its own saves, so that a second window notices the first. */
    revision: integer('revision').notNull(),
    /** The revision of the answer that it says; 0 when only a recording answers. */
    ofRevision: integer('of_revision').notNull(),
    origin: text('origin').$type<TranslationOrigin>().notNull(),
    /** Who put it here. */
    writtenBy: id('written_by')
      .notNull()
      .references(() => person.id),
    /** Who translated, where it was somebody else; empty when it was who put it here. */
    translator: text('translator').notNull(),
    writtenAt: instant('written_at').notNull(),
    approvedAt: instant('approved_at'),
    approvedBy: id('approved_by').references(() => person.id),
  },
  (t) => [
    primaryKey({ columns: [t.applicationId, t.questionId, t.language] }),
    check('answer_translation_text', sql`${t.text} <> '' and ${t.revision} > 0 and ${t.ofRevision} >= 0`),
    check('answer_translation_origin', sql`${t.origin} in ('person', 'machine')`),
    check('answer_translation_approved', sql`(${t.approvedAt} is null) = (${t.approvedBy} is null)`),
  ],
);

/** Lets people in late, or into a call that is by invitation; the code itself is never kept. Only revoked, never changed. */
export const accessCode = sqliteTable(
  'access_code',
  {
    id: id('id').primaryKey(),
    callId: id('call_id')
      .notNull()
      .references(() => call.id),
    purpose: text('purpose').$type<'late' | 'invited'>().notNull(),
    /** For the manager: who it is for. */
    label: text('label').notNull(),
    codeHash: text('code_hash').notNull().unique(),
    expiresAt: instant('expires_at').notNull(),
    usesMax: integer('uses_max').notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: id('created_by')
      .notNull()
      .references(() => person.id),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    index('access_code_by_call').on(t.callId, t.createdAt),
    check('access_code_purpose', sql`${t.purpose} in ('late', 'invited')`),
    check('access_code_uses', sql`${t.usesMax} between 1 and 500`),
    check('access_code_label', sql`${t.label} <> ''`),
  ],
);

/** Which application came by which code. Insert-only (triggers). */
export const accessCodeUse = sqliteTable(
  'access_code_use',
  {
    codeId: id('code_id')
      .notNull()
      .references(() => accessCode.id),
    applicationId: id('application_id')
      .notNull()
      .references(() => application.id),
    usedAt: instant('used_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.applicationId, t.codeId] }), index('access_code_use_by_code').on(t.codeId)],
);

/** From when on nothing enters a call any more, code or not: somebody has begun to read. */
export const entryStop = sqliteTable('entry_stop', {
  callId: id('call_id')
    .primaryKey()
    .references(() => call.id),
  stoppedAt: instant('stopped_at').notNull(),
});
