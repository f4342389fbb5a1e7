import Database from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { invariant } from '#app/kernel/invariant.ts';
import { bringUp } from './bring-up.server.ts';

export type Db = BetterSQLite3Database & { readonly $client: Database.Database };

/** WAL since 3.51.3 is free of the reset bug that could corrupt a database under checkpoints. */
const SQLITE_AT_LEAST = [3, 51, 3] as const;

/**
 * What every connection to a file of ours must say of itself.
 * synchronous=FULL is set on each connection: better-sqlite3 falls back to NORMAL after reopening a WAL file,
 * and NORMAL loses acknowledged rows in a power cut.
 */
const PRAGMAS = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  busy_timeout: 5000,
  secure_delete: 1,
  recursive_triggers: 1,
  trusted_schema: 0,
  cell_size_check: 1,
} as const;

/**
 * Opens a database file, sets the pragmas and proves that they hold.
 *
 * @param file  a path, or ':memory:' (whose journal mode is 'memory' by nature)
 * @throws InvariantError when SQLite is too old, a pragma did not take, or the file fails its checks
 */
export function openSqlite(file: string | Buffer): Database.Database {
  const sqlite = new Database(file);
  const isMemory = typeof file !== 'string' || file === ':memory:';
  for (const [name, value] of Object.entries(PRAGMAS)) sqlite.pragma(`${name} = ${value}`);
  const version = sqlite.prepare('select sqlite_version()').pluck().get() as string;
  invariant(isAtLeast(version, SQLITE_AT_LEAST), `SQLite ${version} is older than ${SQLITE_AT_LEAST.join('.')}`);
  for (const [name, value] of Object.entries(PRAGMAS)) {
    if (isMemory && name === 'journal_mode') continue;
    const actual = sqlite.pragma(name, { simple: true });
    invariant(actual === value, `pragma ${name} is ${String(actual)} and must be ${value}`);
  }
  return sqlite;
}

/**
 * The portal's main database, brought up to the newest migration.
 *
 * @param folder  where the migrations are
 */
export function openDatabase(file: string | Buffer, folder = 'db/migrations'): Db {
  const sqlite = openSqlite(file);
  bringUp(sqlite, folder);
  return drizzle(sqlite) as Db;
}

function isAtLeast(version: string, least: readonly number[]): boolean {
  const parts = version.split('.').map(Number);
  for (const [place, wanted] of least.entries()) {
    const part = parts[place] ?? 0;
    if (part !== wanted) return part > wanted;
  }
  return true;
}
