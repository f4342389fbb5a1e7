import { chmodSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { invariant } from '#app/kernel/invariant.ts';
import { checkSqlite } from './check-sqlite.server.ts';

/**
 * Brings a database up to the newest migration: all of them or none, and what they leave behind is checked before it
 * counts. A file that people have written to is copied beside itself first.
 *
 * A table that is built anew is dropped on the way, and what points at it finds it again at the end. Inside a
 * transaction SQLite cannot be told to wait for that, so the keys are off meanwhile.
 */
export function bringUp(sqlite: Database.Database, folder: string): void {
  // As drizzle's own migrator writes it, which brought up the first databases.
  sqlite.exec(
    'CREATE TABLE IF NOT EXISTS __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)',
  );
  const last = sqlite.prepare('select max(created_at) from __drizzle_migrations').pluck().get() as number | null;
  const all = readMigrationFiles({ migrationsFolder: folder });
  const pending = all.filter(({ folderMillis }) => last === null || folderMillis > Number(last));
  if (pending.length === 0) return;
  if (last !== null && !sqlite.memory) keepCopy(sqlite, all.length - pending.length);
  const written = sqlite.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)');
  sqlite.pragma('foreign_keys = OFF');
  try {
    sqlite
      .transaction(() => {
        for (const { sql, hash, folderMillis } of pending) {
          for (const statement of sql) sqlite.exec(statement);
          written.run(hash, folderMillis);
        }
        const faults = checkSqlite(sqlite);
        invariant(faults.length === 0, `a migration would leave the database broken: ${faults.join('; ')}`);
      })
      .immediate();
  } finally {
    sqlite.pragma('foreign_keys = ON');
  }
  invariant(sqlite.pragma('foreign_keys', { simple: true }) === 1, 'foreign keys are on again after migrations');
}

/** The newest copy takes the place of older ones: it holds what people wrote, and one of those is enough to lose. */
function keepCopy(sqlite: Database.Database, firstPending: number): void {
  const file = sqlite.name;
  const stem = `${basename(file, '.db')}.before-`;
  const copy = join(dirname(file), `${stem}${String(firstPending).padStart(4, '0')}.db`);
  const part = `${copy}.part`;
  rmSync(part, { force: true });
  sqlite.prepare('vacuum into ?').run(part);
  chmodSync(part, 0o600);
  renameSync(part, copy);
  for (const name of readdirSync(dirname(file))) {
    if (name.startsWith(stem) && name !== basename(copy)) rmSync(join(dirname(file), name));
  }
}
