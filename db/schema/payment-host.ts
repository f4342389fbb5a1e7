import { sql } from 'drizzle-orm';
import { check, index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { HostAnswer } from '#app/grant/payment/rules/host-answer.ts';
import { id, instant } from './columns.ts';
import { payeeVersion } from './payment.ts';

/** A letter that asks a fiscal host whether it will hold a group's money; the token itself is never kept. Answered once. */
export const hostLetter = sqliteTable(
  'host_letter',
  {
    id: id('id').primaryKey(),
    payeeVersionId: id('payee_version_id')
      .notNull()
      .references(() => payeeVersion.id),
    tokenHash: text('token_hash').notNull().unique(),
    sentAt: instant('sent_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    answer: text('answer').$type<HostAnswer>(),
    answeredAt: instant('answered_at'),
    /** The name that was typed for the host, sealed. */
    answeredSealed: text('answered_sealed'),
  },
  (t) => [
    index('host_letter_by_payee').on(t.payeeVersionId, t.sentAt),
    uniqueIndex('host_letter_one_answer').on(t.payeeVersionId).where(sql`${t.answer} is not null`),
    check('host_letter_answer', sql`${t.answer} is null or ${t.answer} in ('accepted', 'declined')`),
    check(
      'host_letter_answered',
      sql`(${t.answer} is null) = (${t.answeredAt} is null) and (${t.answer} is null) = (${t.answeredSealed} is null)`,
    ),
    check('host_letter_expires', sql`${t.expiresAt} > ${t.sentAt}`),
  ],
);
