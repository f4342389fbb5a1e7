import { sql } from 'drizzle-orm';
import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { application, media } from './application.ts';
import { id, instant } from './columns.ts';
import { person } from './people.ts';

/**
 * What a group says of its pitch, beside the title on the ballot paper. By application: the running order is written anew
 * whenever it changes.
 */
export const pitchCard = sqliteTable(
  'pitch_card',
  {
    applicationId: id('application_id')
      .primaryKey()
      .references(() => application.id),
    oneLine: text('one_line').notNull(),
    /** BCP 47 tag of the language that the group speaks on stage. */
    language: text('language').notNull(),
    /** Whole addresses (https); empty for none. */
    captionsUrl: text('captions_url').notNull(),
    transcriptUrl: text('transcript_url').notNull(),
    /** A picture, or a film whose picture stands for it; of what the group sent with its application (trigger). */
    pictureId: id('picture_id').references(() => media.id),
    /** For when nobody of the group can come. */
    filmId: id('film_id').references(() => media.id),
    /** When the group said that everybody may see it; null while it has not, and once it took that back. */
    shownSince: instant('shown_since'),
    /** Grows by one with each save: of two windows, the second is told. */
    revision: integer('revision').notNull(),
    savedBy: id('saved_by')
      .notNull()
      .references(() => person.id),
    savedAt: instant('saved_at').notNull(),
  },
  (t) => [
    check('pitch_card_revision', sql`${t.revision} >= 1`),
    check('pitch_card_shows_something', sql`${t.shownSince} is null or trim(${t.oneLine}) <> ''`),
  ],
);
