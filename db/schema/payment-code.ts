import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, instant } from './columns.ts';
import { payeeVersion } from './payment.ts';
import { person } from './people.ts';

/** One row per code that went to a mailbox about a payee. It is stored hashed; good for one use, ten minutes and five tries. */
export const payeeCode = sqliteTable(
  'payee_code',
  {
    id: id('id').primaryKey(),
    payeeVersionId: id('payee_version_id')
      .notNull()
      .references(() => payeeVersion.id),
    /** Whose mailbox it went to. */
    personId: id('person_id')
      .notNull()
      .references(() => person.id),
    codeHash: text('code_hash').notNull(),
    wrongTries: integer('wrong_tries').notNull().default(0),
    sentAt: instant('sent_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [
    index('payee_code_by_payee').on(t.payeeVersionId, t.sentAt),
    index('payee_code_by_person').on(t.personId, t.sentAt),
    check('payee_code_tries', sql`${t.wrongTries} between 0 and 5`),
  ],
);

/** That the recipient has confirmed a version of the payee outside of the session it was typed in. Insert-only (triggers). */
export const payeeConfirmation = sqliteTable(
  'payee_confirmation',
  {
    payeeVersionId: id('payee_version_id')
      .primaryKey()
      .references(() => payeeVersion.id),
    /** `earlier`: typed before codes were asked for. */
    channel: text('channel').$type<'email' | 'earlier'>().notNull(),
    confirmedAt: instant('confirmed_at').notNull(),
    /** Who typed the code. */
    confirmedBy: id('confirmed_by')
      .notNull()
      .references(() => person.id),
  },
  (t) => [check('payee_confirmation_channel', sql`${t.channel} in ('email', 'earlier')`)],
);
