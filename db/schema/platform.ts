import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { flag, id, instant, json } from './columns.ts';

/** The outbox: what a commit has promised to do afterwards. */
export const outboxPromise = sqliteTable(
  'outbox_promise',
  {
    id: id('id').primaryKey(),
    kind: text('kind').notNull(),
    subjectId: id('subject_id').notNull(),
    detail: json<Record<string, string>>('detail').notNull(),
    promisedAt: instant('promised_at').notNull(),
    tryAfter: instant('try_after').notNull(),
    tries: integer('tries').notNull().default(0),
    lastError: text('last_error'),
    keptAt: instant('kept_at'),
  },
  (t) => [index('outbox_promise_due').on(t.keptAt, t.tryAfter)],
);

/** Every message written to a person: sent by SMTP where that is set up, else kept for staff to read. */
export const message = sqliteTable(
  'message',
  {
    id: id('id').primaryKey(),
    promiseId: id('promise_id').notNull(),
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    html: text('html').notNull(),
    text: text('text').notNull(),
    /** Sign-in codes: whoever reads the outbox page must not be able to sign in as somebody else. */
    secret: flag('secret').notNull(),
    partnerId: id('partner_id'),
    state: text('state').$type<'waiting' | 'kept' | 'sent' | 'failed'>().notNull(),
    writtenAt: instant('written_at').notNull(),
    sentAt: instant('sent_at'),
    tryAfter: instant('try_after').notNull(),
    tries: integer('tries').notNull().default(0),
    lastError: text('last_error'),
  },
  (t) => [
    index('message_due').on(t.state, t.tryAfter),
    index('message_by_partner').on(t.partnerId, t.writtenAt),
    check('message_state', sql`${t.state} in ('waiting', 'kept', 'sent', 'failed')`),
  ],
);
