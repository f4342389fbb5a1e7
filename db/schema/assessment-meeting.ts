import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { application } from './application.ts';
import { panel, panelMember, scoresheet } from './assessment.ts';
import { rankingRun } from './assessment-review.ts';
import { call, callCriterion } from './call.ts';
import { id, instant } from './columns.ts';
import { person } from './people.ts';

/** The panel together in a room or on a call, talking applications through one by one. */
export const panelMeeting = sqliteTable(
  'panel_meeting',
  {
    id: id('id').primaryKey(),
    callId: id('call_id')
      .notNull()
      .references(() => panel.callId),
    state: text('state').$type<'open' | 'ended'>().notNull(),
    openedAt: instant('opened_at').notNull(),
    openedBy: id('opened_by')
      .notNull()
      .references(() => person.id),
    endedAt: instant('ended_at'),
  },
  (t) => [
    uniqueIndex('panel_meeting_one_open').on(t.callId).where(sql`state = 'open'`),
    check(
      'panel_meeting_state',
      sql`${t.state} in ('open', 'ended') and (${t.state} = 'ended') = (${t.endedAt} is not null)`,
    ),
  ],
);

/** Who was there, and from when to when. Somebody who comes back has a second row. */
export const meetingPresence = sqliteTable(
  'meeting_presence',
  {
    id: id('id').primaryKey(),
    meetingId: id('meeting_id')
      .notNull()
      .references(() => panelMeeting.id),
    memberId: id('member_id')
      .notNull()
      .references(() => panelMember.id),
    cameAt: instant('came_at').notNull(),
    wentAt: instant('went_at'),
    /** Who marked her as gone, where it was somebody else; null where she left by her own hand, or with everybody. */
    markedGoneBy: id('marked_gone_by').references(() => person.id),
  },
  (t) => [
    uniqueIndex('meeting_presence_one_now').on(t.meetingId, t.memberId).where(sql`went_at is null`),
    check('meeting_presence_times', sql`${t.wentAt} is null or ${t.wentAt} >= ${t.cameAt}`),
  ],
);

/** One application on the agenda. */
export const meetingItem = sqliteTable(
  'meeting_item',
  {
    meetingId: id('meeting_id')
      .notNull()
      .references(() => panelMeeting.id),
    applicationId: id('application_id')
      .notNull()
      .references(() => application.id),
    position: integer('position').notNull(),
    state: text('state').$type<'waiting' | 'now' | 'done' | 'left-out'>().notNull(),
    openedAt: instant('opened_at'),
    closedAt: instant('closed_at'),
    /** What was said, as the chair wrote it down. */
    notes: text('notes').notNull(),
    /** Which save of the notes this is. */
    revision: integer('revision').notNull().default(0),
    /** The votes as the room first saw them; null until everybody had voted. Written once (triggers). */
    firstCount: text('first_count', { mode: 'json' }).$type<Readonly<Record<'for' | 'against' | 'abstain', number>>>(),
  },
  (t) => [
    primaryKey({ columns: [t.meetingId, t.applicationId] }),
    uniqueIndex('meeting_item_one_now').on(t.meetingId).where(sql`state = 'now'`),
    check('meeting_item_state', sql`${t.state} in ('waiting', 'now', 'done', 'left-out')`),
  ],
);

/** Who was asked to leave while an application was talked about, and when she did. */
export const meetingAway = sqliteTable(
  'meeting_away',
  {
    meetingId: id('meeting_id').notNull(),
    applicationId: id('application_id').notNull(),
    memberId: id('member_id')
      .notNull()
      .references(() => panelMember.id),
    askedAt: instant('asked_at').notNull(),
    leftAt: instant('left_at'),
  },
  (t) => [
    primaryKey({ columns: [t.meetingId, t.applicationId, t.memberId] }),
    foreignKey({
      columns: [t.meetingId, t.applicationId],
      foreignColumns: [meetingItem.meetingId, meetingItem.applicationId],
    }),
  ],
);

/** A score that its owner changed in a meeting, with what stood before. Insert-only (triggers). */
export const scoreRevision = sqliteTable(
  'score_revision',
  {
    id: id('id').primaryKey(),
    meetingId: id('meeting_id')
      .notNull()
      .references(() => panelMeeting.id),
    sheetId: id('sheet_id')
      .notNull()
      .references(() => scoresheet.id),
    criterionId: id('criterion_id')
      .notNull()
      .references(() => callCriterion.id),
    /** Null: "I cannot judge this". */
    before: integer('before'),
    after: integer('after'),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [
    index('score_revision_by_sheet').on(t.sheetId, t.criterionId, t.changedAt),
    check(
      'score_revision_after',
      sql`${t.after} is null or (typeof(${t.after}) = 'integer' and ${t.after} between 1 and 5)`,
    ),
    check('score_revision_changes', sql`${t.before} is not ${t.after}`),
  ],
);

/** What a member says to an application after it was talked about. She may change it until the next one is called. */
export const panelVote = sqliteTable(
  'panel_vote',
  {
    meetingId: id('meeting_id').notNull(),
    applicationId: id('application_id').notNull(),
    memberId: id('member_id')
      .notNull()
      .references(() => panelMember.id),
    vote: text('vote').$type<'for' | 'against' | 'abstain'>().notNull(),
    votedAt: instant('voted_at').notNull(),
    /** The chair, who entered it as the member said it aloud; null where she cast it herself. */
    enteredBy: id('entered_by').references(() => person.id),
  },
  (t) => [
    primaryKey({ columns: [t.meetingId, t.applicationId, t.memberId] }),
    foreignKey({
      columns: [t.meetingId, t.applicationId],
      foreignColumns: [meetingItem.meetingId, meetingItem.applicationId],
    }),
    check('panel_vote_known', sql`${t.vote} in ('for', 'against', 'abstain')`),
  ],
);

export type PendingName = 'shortlisted' | 'declined' | 'ineligible';

/** What a manager means to decide about one application. Nobody outside sees it, and until it is locked it can change. */
export const pendingShortlist = sqliteTable(
  'pending_shortlist',
  {
    applicationId: id('application_id')
      .primaryKey()
      .references(() => application.id),
    callId: id('call_id')
      .notNull()
      .references(() => panel.callId),
    decision: text('decision').$type<PendingName>().notNull(),
    /** May be empty until it is locked. */
    reason: text('reason').notNull(),
    nearly: integer('nearly', { mode: 'boolean' }).notNull(),
    savedAt: instant('saved_at').notNull(),
    savedBy: id('saved_by')
      .notNull()
      .references(() => person.id),
  },
  (t) => [
    index('pending_shortlist_by_call').on(t.callId),
    check('pending_shortlist_known', sql`${t.decision} in ('shortlisted', 'declined', 'ineligible')`),
    check('pending_shortlist_nearly', sql`${t.decision} = 'declined' or ${t.nearly} = 0`),
  ],
);

export type DecisionStage = 'shortlist' | 'award';

/** Four eyes on a decision: who closed it, and who else looked at it before anybody was told. */
export const decisionLock = sqliteTable(
  'decision_lock',
  {
    callId: id('call_id')
      .notNull()
      .references(() => call.id),
    stage: text('stage').$type<DecisionStage>().notNull(),
    /** SHA-256 over all that was decided: what the second person saw is what is released. */
    contentHash: text('content_hash').notNull(),
    /** The calculation that a shortlist rests on; null of awards, and of locks from before it was written down. */
    runId: id('run_id').references(() => rankingRun.id),
    lockedAt: instant('locked_at').notNull(),
    lockedBy: id('locked_by')
      .notNull()
      .references(() => person.id),
    confirmedAt: instant('confirmed_at'),
    confirmedBy: id('confirmed_by').references(() => person.id),
    /** From when groups may read what reviewers wrote; null: with the letter. */
    feedbackFrom: instant('feedback_from'),
    releasedAt: instant('released_at'),
    releasedBy: id('released_by').references(() => person.id),
  },
  (t) => [
    primaryKey({ columns: [t.callId, t.stage] }),
    check('decision_lock_stage', sql`${t.stage} in ('shortlist', 'award')`),
    check(
      'decision_lock_two',
      sql`(${t.confirmedAt} is null) = (${t.confirmedBy} is null) and (${t.confirmedBy} is null or ${t.confirmedBy} <> ${t.lockedBy})`,
    ),
    check(
      'decision_lock_released',
      sql`(${t.releasedAt} is null) = (${t.releasedBy} is null) and (${t.releasedAt} is null or ${t.confirmedAt} is not null)`,
    ),
  ],
);

/** The letter about a decision as it will go out, while it can still be read and changed. */
export const decisionLetter = sqliteTable(
  'decision_letter',
  {
    applicationId: id('application_id')
      .notNull()
      .references(() => application.id),
    stage: text('stage').$type<DecisionStage>().notNull(),
    /** BCP 47 tag of the language it is written in. */
    language: text('language').notNull(),
    subject: text('subject').notNull(),
    /** Plain words, paragraphs apart by an empty line. */
    body: text('body').notNull(),
    /** What reviewers wrote, merged: may go out later than the letter. Empty where there is none. */
    feedback: text('feedback').notNull(),
    writtenAt: instant('written_at').notNull(),
    /** Who changed it last; null as long as it is as the portal drafted it. */
    editedBy: id('edited_by').references(() => person.id),
    revision: integer('revision').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.applicationId, t.stage] }),
    check('decision_letter_stage', sql`${t.stage} in ('shortlist', 'award')`),
    check('decision_letter_written', sql`trim(${t.subject}) <> '' and trim(${t.body}) <> ''`),
  ],
);
