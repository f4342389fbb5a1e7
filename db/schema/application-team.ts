import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { HandoverAnswer } from '#app/grant/application/rules/handing-over.ts';
import type { MemberKind, MemberRole } from '#app/grant/application/rules/team.ts';
import { application } from './application.ts';
import { callQuestion } from './call.ts';
import { id, instant } from './columns.ts';
import { person } from './people.ts';

/** Lets somebody into a team once, or a few people by one link; the token itself is never kept. Only revoked, never changed. */
export const applicationInvitation = sqliteTable(
  'application_invitation',
  {
    id: id('id').primaryKey(),
    applicationId: id('application_id')
      .notNull()
      .references(() => application.id),
    tokenHash: text('token_hash').notNull().unique(),
    kind: text('kind').$type<MemberKind>().notNull(),
    role: text('role').$type<MemberRole>().notNull(),
    /** Whose it is, in lower case; null for a link that is handed on. */
    email: text('email'),
    usesMax: integer('uses_max').notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: id('created_by')
      .notNull()
      .references(() => person.id),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    index('application_invitation_by_application').on(t.applicationId, t.createdAt),
    check('application_invitation_role', sql`${t.role} in ('view', 'comment', 'edit', 'sign')`),
    check(
      'application_invitation_kind',
      sql`${t.kind} = 'team' or (${t.kind} = 'support' and ${t.role} in ('view', 'comment', 'edit'))`,
    ),
    check(
      'application_invitation_uses',
      sql`${t.usesMax} between 1 and 20 and (${t.email} is null or ${t.usesMax} = 1)`,
    ),
    check('application_invitation_expires', sql`${t.expiresAt} > ${t.createdAt}`),
  ],
);

/**
 * Who works on an application beside its owner, and as what. A role that changes is one membership that ends and
 * another that begins: rows are ended, never rewritten or deleted.
 */
export const applicationMember = sqliteTable(
  'application_member',
  {
    id: id('id').primaryKey(),
    applicationId: id('application_id')
      .notNull()
      .references(() => application.id),
    personId: id('person_id')
      .notNull()
      .references(() => person.id),
    role: text('role').$type<MemberRole>().notNull(),
    /** `support`: somebody from outside the group who was asked to help. Helps, and never signs. */
    kind: text('kind').$type<MemberKind>().notNull(),
    joinedAt: instant('joined_at').notNull(),
    /** What they came by; null where somebody's decision put them here. */
    invitationId: id('invitation_id').references(() => applicationInvitation.id),
    leftAt: instant('left_at'),
    /** Themselves, or the owner. */
    leftBy: id('left_by').references(() => person.id),
  },
  (t) => [
    index('application_member_by_application').on(t.applicationId, t.joinedAt),
    index('application_member_by_person').on(t.personId, t.applicationId),
    index('application_member_by_invitation').on(t.invitationId),
    // Two taps on "join" make one membership.
    uniqueIndex('application_member_once').on(t.applicationId, t.personId).where(sql`left_at is null`),
    check('application_member_role', sql`${t.role} in ('view', 'comment', 'edit', 'sign')`),
    check(
      'application_member_kind',
      sql`${t.kind} = 'team' or (${t.kind} = 'support' and ${t.role} in ('view', 'comment', 'edit'))`,
    ),
    check('application_member_left', sql`(${t.leftAt} is null) = (${t.leftBy} is null)`),
  ],
);

/** An owner who asks somebody of the team to take the application over, and the answer. */
export const applicationHandover = sqliteTable(
  'application_handover',
  {
    id: id('id').primaryKey(),
    applicationId: id('application_id')
      .notNull()
      .references(() => application.id),
    fromId: id('from_id')
      .notNull()
      .references(() => person.id),
    toId: id('to_id')
      .notNull()
      .references(() => person.id),
    askedAt: instant('asked_at').notNull(),
    answer: text('answer').$type<HandoverAnswer>(),
    answeredAt: instant('answered_at'),
  },
  (t) => [
    index('application_handover_by_application').on(t.applicationId, t.askedAt),
    uniqueIndex('application_handover_one_open').on(t.applicationId).where(sql`answer is null`),
    check('application_handover_two', sql`${t.fromId} <> ${t.toId}`),
    check(
      'application_handover_answer',
      sql`${t.answer} is null or ${t.answer} in ('accepted', 'declined', 'taken-back')`,
    ),
    check('application_handover_answered', sql`(${t.answer} is null) = (${t.answeredAt} is null)`),
  ],
);

/** What the team says to each other beside an answer. Never part of the application: neither panel nor staff read it. */
export const answerComment = sqliteTable(
  'answer_comment',
  {
    id: id('id').primaryKey(),
    applicationId: id('application_id')
      .notNull()
      .references(() => application.id),
    questionId: id('question_id')
      .notNull()
      .references(() => callQuestion.id),
    authorId: id('author_id')
      .notNull()
      .references(() => person.id),
    text: text('text').notNull(),
    writtenAt: instant('written_at').notNull(),
    resolvedAt: instant('resolved_at'),
    resolvedBy: id('resolved_by').references(() => person.id),
  },
  (t) => [
    index('answer_comment_by_question').on(t.applicationId, t.questionId, t.writtenAt),
    check('answer_comment_text', sql`trim(${t.text}) <> ''`),
    check('answer_comment_resolved', sql`(${t.resolvedAt} is null) = (${t.resolvedBy} is null)`),
  ],
);
