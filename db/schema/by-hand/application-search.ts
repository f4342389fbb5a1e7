import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * The words of what is listed, by the place in the list: an FTS5 index without a copy of the text, which the tools
 * that write migrations do not know. Kept by triggers, asked with `match`.
 */
export const applicationSearch = sqliteTable('application_search', {
  rowid: integer('rowid').primaryKey(),
  /** The table itself, as FTS5 has it: what `match` is asked of. */
  words: text('application_search'),
});
