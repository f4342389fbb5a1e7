import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { media } from './application.ts';
import { id, instant } from './columns.ts';
import { person } from './people.ts';

/**
 * The copy of a recording that every telephone plays. It comes whenever it comes, after the application was sent too:
 * nobody waits for it. The original is kept for as long as a backup may be asked for that knows of no copy.
 */
export const mediaCopy = sqliteTable(
  'media_copy',
  {
    mediaId: id('media_id')
      .primaryKey()
      .references(() => media.id, { onDelete: 'cascade' }),
    state: text('state').$type<'waiting' | 'transcoding' | 'ready' | 'failed'>().notNull(),
    percent: integer('percent').notNull(),
    /** How often it was begun: what fails each time is left as it came. */
    tries: integer('tries').notNull(),
    stateAt: instant('state_at').notNull(),
    mime: text('mime'),
    bytes: integer('bytes'),
    sha256: text('sha256'),
    /** Not to be tried before: the disk or the store could not take part. */
    tryAfter: instant('try_after'),
    originalGoneAt: instant('original_gone_at'),
  },
  (t) => [
    index('media_copy_by_state').on(t.state, t.stateAt),
    index('media_copy_with_original').on(t.stateAt).where(sql`state = 'ready' and original_gone_at is null`),
    check('media_copy_state', sql`${t.state} in ('waiting', 'transcoding', 'ready', 'failed')`),
    check('media_copy_counts', sql`${t.percent} between 0 and 100 and ${t.tries} >= 0`),
    check(
      'media_copy_whole',
      sql`${t.state} <> 'ready' or (${t.mime} is not null and ${t.bytes} is not null and ${t.sha256} is not null)`,
    ),
  ],
);

/** The picture that stands for a video until it plays: a small JPEG, made anew from whatever was sent. */
export const mediaPoster = sqliteTable('media_poster', {
  mediaId: id('media_id')
    .primaryKey()
    .references(() => media.id, { onDelete: 'cascade' }),
  sha256: text('sha256').notNull(),
  bytes: integer('bytes').notNull(),
  madeAt: instant('made_at').notNull(),
});

/** The sound of a recording without its picture, for readers who are to hear and not to see. Null where it has none. */
export const mediaSound = sqliteTable(
  'media_sound',
  {
    mediaId: id('media_id')
      .primaryKey()
      .references(() => media.id, { onDelete: 'cascade' }),
    sha256: text('sha256'),
    bytes: integer('bytes'),
    madeAt: instant('made_at').notNull(),
  },
  (t) => [check('media_sound_whole', sql`(${t.sha256} is null) = (${t.bytes} is null)`)],
);

/** What is said in a recording, in writing: as captions with times (WebVTT), or as plain text. Frozen with the rest. */
export const mediaText = sqliteTable(
  'media_text',
  {
    mediaId: id('media_id')
      .notNull()
      .references(() => media.id, { onDelete: 'cascade' }),
    kind: text('kind').$type<'captions' | 'transcript'>().notNull(),
    /** BCP 47 tag. */
    language: text('language').notNull(),
    text: text('text').notNull(),
    /** Counts the changes, so that nobody approves what they have not read. */
    revision: integer('revision').notNull(),
    writtenBy: id('written_by')
      .notNull()
      .references(() => person.id),
    writtenAt: instant('written_at').notNull(),
    /** The applicant has read it and says that it is what was said. A change takes that back. */
    approvedBy: id('approved_by').references(() => person.id),
    approvedAt: instant('approved_at'),
  },
  (t) => [
    primaryKey({ columns: [t.mediaId, t.kind] }),
    check('media_text_kind', sql`${t.kind} in ('captions', 'transcript')`),
    check('media_text_written', sql`${t.text} <> '' and ${t.revision} > 0`),
    check('media_text_approved', sql`(${t.approvedAt} is null) = (${t.approvedBy} is null)`),
  ],
);
