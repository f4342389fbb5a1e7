import type Database from 'better-sqlite3';

/** Says what is wrong with the file, in SQLite's words; an empty list is a healthy file. */
export function checkSqlite(sqlite: Database.Database): string[] {
  const quick = sqlite.pragma('quick_check') as { quick_check: string }[];
  const foreign = sqlite.pragma('foreign_key_check') as { table: string; rowid: number }[];
  return [
    ...quick.map((row) => row.quick_check).filter((line) => line !== 'ok'),
    ...foreign.map((row) => `foreign key of ${row.table} row ${row.rowid} points nowhere`),
  ];
}
