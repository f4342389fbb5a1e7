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

export type Channel = 'email' | 'sms';

/** Every message written to a person: sent by SMTP or GOV.UK Notify where that is set up, else kept for staff to read. */
export const message = sqliteTable(
  'message',
  {
    id: id('id').primaryKey(),
    promiseId: id('promise_id').notNull(),
    channel: text('channel').$type<Channel>().notNull().default('email'),
    /** An e-mail address or a telephone number. */
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    html: text('html').notNull(),
    text: text('text').notNull(),
    /** Sign-in codes: whoever reads the outbox page must not be able to sign in as somebody else. */
    secret: flag('secret').notNull(),
    /** 0 where somebody waits for it now, 1 for most, 2 for what strangers can ask for by the hundred. */
    turn: integer('turn').notNull().default(1),
    partnerId: id('partner_id'),
    /** Which application it is about, if it is about one: whom its applicant has named does not read it. */
    applicationId: id('application_id'),
    state: text('state').$type<'waiting' | 'kept' | 'sent' | 'failed'>().notNull(),
    writtenAt: instant('written_at').notNull(),
    sentAt: instant('sent_at'),
    tryAfter: instant('try_after').notNull(),
    tries: integer('tries').notNull().default(0),
    lastError: text('last_error'),
    /** When a try with Notify began, so that after a crash it is asked before anything is sent twice; when one was given up. */
    triedAt: instant('tried_at'),
    /** What Notify calls it. */
    providerId: text('provider_id'),
    /** What became of it at Notify, once that is final: delivered, or why not. */
    delivery: text('delivery'),
    /** When Notify was last asked what became of it, so that each has its turn. */
    askedAt: instant('asked_at'),
  },
  (t) => [
    index('message_due').on(t.state, t.channel, t.tryAfter),
    index('message_on_its_way').on(t.askedAt, t.sentAt).where(sql`provider_id is not null and delivery is null`),
    index('message_by_partner').on(t.partnerId, t.writtenAt),
    check('message_state', sql`${t.state} in ('waiting', 'kept', 'sent', 'failed')`),
    check('message_channel', sql`${t.channel} in ('email', 'sms')`),
  ],
);
