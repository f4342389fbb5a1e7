import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { invariant } from '#app/kernel/invariant.ts';
import { openSqlite } from '#db/client.server.ts';
import type { Frontier } from '../rules/merkle.ts';
import type { FixedTerms } from './fixed-terms.ts';
import { prepareStatements, type Statements } from './statements.server.ts';

/** The vote's own database and what is remembered of it in memory; nothing in memory is needed to go on. */
export type BallotBox = {
  readonly connection: Database.Database;
  readonly statements: Statements;
  /** Frozen promises and keys by poll, so that a cast need not parse them again. */
  readonly terms: Map<string, FixedTerms>;
  /** The tree under the newest checkpoint, by poll. */
  readonly frontiers: Map<string, { readonly seq: number; readonly frontier: Frontier }>;
};

const MIGRATIONS_FOLDER = 'db/ballot-box/migrations';

/**
 * Opens the ballot box, creates what is missing in it, and proves that commits will be durable.
 *
 * @param source  a path, ':memory:', or a connection that `openSqlite` made
 * @throws InvariantError when a pragma did not take, before or after the first write
 */
export function openBallotBox(source: string | Database.Database): BallotBox {
  const connection = typeof source === 'string' ? openSqlite(source) : source;
  migrate(connection);
  proveDurable(connection);
  return { connection, statements: prepareStatements(drizzle(connection)), terms: new Map(), frontiers: new Map() };
}

/** `user_version` counts the migrations that have run; each runs whole or not at all. */
function migrate(connection: Database.Database): void {
  const files = readdirSync(MIGRATIONS_FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  const applied = Number(connection.pragma('user_version', { simple: true }));
  invariant(applied <= files.length, 'the ballot box was made by a newer version of the portal');
  for (const [index, name] of files.entries()) {
    if (index < applied) continue;
    const sql = readFileSync(join(MIGRATIONS_FOLDER, name), 'utf8');
    connection.transaction(() => {
      connection.exec(sql);
      connection.pragma(`user_version = ${index + 1}`);
    })();
  }
}

/**
 * This build of SQLite reports synchronous=FULL before the first write and may fall back to NORMAL with it,
 * which would lose acknowledged ballots in a power cut: so write first, then look.
 */
function proveDurable(connection: Database.Database): void {
  connection.pragma(`user_version = ${Number(connection.pragma('user_version', { simple: true }))}`);
  invariant(connection.pragma('synchronous', { simple: true }) === 2, 'the ballot box commits with synchronous=FULL');
  invariant(connection.pragma('foreign_keys', { simple: true }) === 1, 'the ballot box enforces its foreign keys');
  const isFile = connection.name !== ':memory:';
  invariant(!isFile || connection.pragma('journal_mode', { simple: true }) === 'wal', 'the ballot box writes ahead');
}
