import { sql } from 'drizzle-orm';
import { check, index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { application } from './application.ts';
import { call } from './call.ts';
import { id, instant, json } from './columns.ts';

/**
 * One set of answers to the equality questions. It knows its call and nothing else: no application, no person, no
 * time. This table and the next are WITHOUT ROWID (by hand, in the migration): rows lie in the order of a random key, so
 * that their order says nothing about who came when.
 */
export const equalityResponse = sqliteTable(
  'equality_response',
  {
    /** SHA-256 of a code that only the person who answered was shown: with it, and only with it, they can delete this. */
    id: text('id').primaryKey(),
    callId: id('call_id')
      .notNull()
      .references(() => call.id),
    /** Which questions these are answers to. */
    setVersion: text('set_version').notNull(),
    /** Codes by question; a question that was left out is not in here. */
    answers: json<Readonly<Record<string, string>>>('answers').notNull(),
  },
  (t) => [
    index('equality_response_by_call').on(t.callId, t.setVersion),
    check('equality_response_key', sql`length(${t.id}) = 64`),
  ],
);

/** That somebody is done with the questions about one application: whether they answered or skipped is not kept. */
export const equalityDone = sqliteTable('equality_done', {
  applicationId: id('application_id')
    .primaryKey()
    .references(() => application.id, { onDelete: 'cascade' }),
});

/**
 * The figures of a call, once and for ever: two looks at figures that change would tell what one person answered.
 * Insert-only (triggers).
 */
export const equalityRelease = sqliteTable(
  'equality_release',
  {
    callId: id('call_id')
      .notNull()
      .references(() => call.id),
    setVersion: text('set_version').notNull(),
    /** By question, as they may be shown: rounded, and null where a figure is hidden. */
    figures: json<readonly EqualityFigure[]>('figures').notNull(),
    releasedAt: instant('released_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.callId, t.setVersion] })],
);

export type EqualityFigure = {
  readonly id: string;
  readonly counts: readonly { readonly code: string; readonly count: number | null }[];
};
