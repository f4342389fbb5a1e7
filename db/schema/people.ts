import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { DutyName } from '#app/kernel/actor.ts';
import { id, instant, json } from './columns.ts';

export const person = sqliteTable(
  'person',
  {
    id: id('id').primaryKey(),
    name: text('name').notNull(),
    email: text('email').notNull().unique(),
    /** BCP 47 tag of the language that the portal speaks and writes to them. */
    language: text('language').notNull().default('en'),
    /** When they chose it themselves; null while it is only supposed. */
    languageChosenAt: instant('language_chosen_at'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [check('person_email_lower', sql`${t.email} = lower(${t.email}) and instr(${t.email}, '@') > 1`)],
);

/**
 * What somebody was called before. Shown to nobody: whom an applicant has named stays kept away under another name.
 * Written by a trigger, so that no way of changing a name can forget it.
 */
export const formerName = sqliteTable(
  'former_name',
  {
    personId: id('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.name] })],
);

/** Where somebody wants a text message besides the letter. Nothing is sent to it before its code came back. */
export const phoneNumber = sqliteTable(
  'phone_number',
  {
    personId: id('person_id')
      .primaryKey()
      .references(() => person.id),
    /** E.164: "+447700900123". */
    number: text('number').notNull(),
    codeHash: text('code_hash').notNull(),
    sentAt: instant('sent_at').notNull(),
    wrongTries: integer('wrong_tries').notNull().default(0),
    confirmedAt: instant('confirmed_at'),
  },
  (t) => [
    check('phone_number_form', sql`${t.number} glob '+[1-9]*' and length(${t.number}) between 8 and 16`),
    check('phone_number_tries', sql`${t.wrongTries} between 0 and 5`),
  ],
);

export const partner = sqliteTable('partner', {
  id: id('id').primaryKey(),
  slug: text('slug').notNull().unique(),
  name: text('name').notNull(),
  /** Where people write to before they have an account, and what letters and agreements name. */
  email: text('email').notNull(),
  /** As people dial it; empty while there is none. So are the times when somebody answers, and the place to come by. */
  phone: text('phone').notNull().default(''),
  phoneHours: text('phone_hours').notNull().default(''),
  /** BCP 47 tags of the languages in which one can call. */
  phoneLanguages: json<readonly string[]>('phone_languages').notNull().default([]),
  place: text('place').notNull().default(''),
});

export const duty = sqliteTable(
  'duty',
  {
    personId: id('person_id')
      .notNull()
      .references(() => person.id),
    partnerId: id('partner_id')
      .notNull()
      .references(() => partner.id),
    duty: text('duty').$type<DutyName>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.partnerId, t.duty] }),
    check('duty_known', sql`${t.duty} in ('manager', 'finance')`),
  ],
);

/** One row per code sent. The code is stored hashed, is good for one use, ten minutes and five tries. */
export const signInCode = sqliteTable(
  'sign_in_code',
  {
    id: id('id').primaryKey(),
    email: text('email').notNull(),
    codeHash: text('code_hash').notNull(),
    wrongTries: integer('wrong_tries').notNull().default(0),
    sentAt: instant('sent_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [
    index('sign_in_code_by_email').on(t.email, t.sentAt),
    check('sign_in_code_tries', sql`${t.wrongTries} between 0 and 5`),
  ],
);

/** The id is the SHA-256 of what the cookie holds: a copy of this table signs nobody in. */
export const session = sqliteTable(
  'session',
  {
    id: text('id').primaryKey(),
    userId: id('user_id')
      .notNull()
      .references(() => person.id),
    /** Epoch seconds: Lucia's unit. */
    expiresAt: integer('expires_at').notNull(),
    /** When it was last used, to the minute: staff are signed out after half an hour without a click. */
    seenAt: instant('seen_at').notNull(),
  },
  (t) => [index('session_by_person').on(t.userId)],
);

/** A better way to say something, from whoever reads the portal in their own language. Nobody's name is kept. */
export const wordSuggestion = sqliteTable(
  'word_suggestion',
  {
    id: id('id').primaryKey(),
    language: text('language').notNull(),
    /** The path of the page it was read on. */
    page: text('page').notNull(),
    /** The sentence as it stands there. */
    sentence: text('sentence').notNull(),
    better: text('better').notNull(),
    createdAt: instant('created_at').notNull(),
    /** When somebody of the staff had dealt with it. */
    settledAt: instant('settled_at'),
  },
  (t) => [
    index('word_suggestion_by_time').on(t.settledAt, t.createdAt),
    check(
      'word_suggestion_whole',
      sql`${t.better} <> '' and length(${t.better}) <= 1000 and length(${t.sentence}) <= 1000`,
    ),
  ],
);
