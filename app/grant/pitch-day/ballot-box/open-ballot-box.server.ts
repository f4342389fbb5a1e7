import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { invariant } from '#app/kernel/invariant.ts';
import { openSqlite } from '#db/client.server.ts';
import type { Frontier } from '../rules/merkle.ts';
import { type CastStatements, prepareCastStatements } from './cast-statements.server.ts';
import type { FixedTerms } from './fixed-terms.ts';
import { prepareStatements, type Statements } from './statements.server.ts';

/** The vote's own database and what is remembered of it in memory; nothing in memory is needed to go on. */
export type BallotBox = {
  readonly connection: Database.Database;
  readonly statements: Statements;
  readonly casting: CastStatements;
  /** Frozen promises and keys by poll, so that a cast need not parse them again. */
  readonly terms: Map<string, FixedTerms>;
  /** The tree under the newest checkpoint, by poll. */
  readonly frontiers: Map<string, { readonly seq: number; readonly frontier: Frontier }>;
};

/**
 * Pages in the log (40 MB) before they go into the file: every ballot lands on pages of its own, so going often would write
 * each of them again for a handful of ballots.
 */
const LOG_PAGES = 10_000;

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
  connection.pragma(`wal_autocheckpoint = ${LOG_PAGES}`);
  proveDurable(connection);
  return {
    connection,
    statements: prepareStatements(drizzle(connection)),
    casting: prepareCastStatements(connection),
    terms: new Map(),
    frontiers: new Map(),
  };
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
