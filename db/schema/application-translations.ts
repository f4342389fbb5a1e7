import { sql } from 'drizzle-orm';
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { application } from './application.ts';
import { callQuestion } from './call.ts';
import { id, instant } from './columns.ts';
import { person } from './people.ts';

/**
 * Other words for a translation that the group has approved and those who decide may have read. They stand beside it
 * until somebody who speaks for the group takes them over (then they are the translation) or anybody takes them away.
 */
export const translationCorrection = sqliteTable(
  'translation_correction',
  {
    applicationId: id('application_id')
      .notNull()
      .references(() => application.id, { onDelete: 'cascade' }),
    questionId: id('question_id')
      .notNull()
      .references(() => callQuestion.id, { onDelete: 'cascade' }),
    language: text('language').notNull(),
    text: text('text').notNull(),
    /** Counts its own saves, so that what was read is what is taken over. */
    revision: integer('revision').notNull(),
    ofRevision: integer('of_revision').notNull(),
    writtenBy: id('written_by')
      .notNull()
      .references(() => person.id),
    translator: text('translator').notNull(),
    writtenAt: instant('written_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.applicationId, t.questionId, t.language] }),
    check('translation_correction_text', sql`${t.text} <> '' and ${t.revision} > 0 and ${t.ofRevision} >= 0`),
  ],
);
