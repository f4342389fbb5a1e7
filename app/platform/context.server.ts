import type Database from 'better-sqlite3';
import type { Actor } from '#app/kernel/actor.ts';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Outcome } from '#app/kernel/outcome.ts';
import type { Db } from '#db/client.server.ts';
import type { Env } from './env.server.ts';
import type { FileStore } from './file-store.server.ts';
import type { Log } from './log.server.ts';
import type { Secrets } from './secrets.server.ts';

/**
 * What every store function takes, inside a transaction and outside. Both are the one `Db` of the process: its
 * connection is in one transaction at a time and commands never wait, so queries prepared on it serve in both.
 */
export type Tx = Pick<
  Db,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'run' | 'all' | 'get' | 'values' | '$count' | 'with'
>;

/** Everything a command or query may know of the world it runs in. One per request; nothing in it is global. */
export type Context = {
  readonly db: Db;
  /** The ballot box's own file and connection: nothing joins it to `db`. Only pitch-day touches it. */
  readonly votes: Database.Database;
  readonly now: Instant;
  readonly actor: Actor | null;
  /** BCP 47 tag of the language that whoever asked reads here; English for the portal's own work. */
  readonly language: string;
  readonly env: Env;
  readonly log: Log;
  readonly secrets: Secrets;
  readonly files: FileStore;
  readonly newId: () => Id;
  /** Runs `work` in one transaction and rolls back when it is refused. Nested calls are savepoints. */
  transact<Value, Reason extends string>(work: (tx: Tx) => Outcome<Value, Reason>): Outcome<Value, Reason>;
};

/** What lives as long as the process. */
export type World = {
  readonly db: Db;
  readonly votes: Database.Database;
  readonly clock: () => Instant;
  readonly env: Env;
  readonly log: Log;
  readonly secrets: Secrets;
  readonly files: FileStore;
  readonly newId: () => Id;
};

export function contextOf(world: World, actor: Actor | null, language = 'en'): Context {
  return {
    db: world.db,
    votes: world.votes,
    now: world.clock(),
    actor,
    language,
    env: world.env,
    log: world.log,
    secrets: world.secrets,
    files: world.files,
    newId: world.newId,
    transact: (work) => transact(world.db, work),
  };
}

class RolledBack extends Error {
  readonly outcome: Outcome<never, string>;
  constructor(outcome: Outcome<never, string>) {
    super('rolled back');
    this.outcome = outcome;
  }
}

/** Returning a refusal from a driver's transaction would commit what was already written; throwing does not. */
function transact<Value, Reason extends string>(
  db: Db,
  work: (tx: Tx) => Outcome<Value, Reason>,
): Outcome<Value, Reason> {
  try {
    return db.transaction(
      () => {
        const outcome = work(db);
        if (!outcome.ok) throw new RolledBack(outcome);
        return outcome;
      },
      { behavior: 'immediate' },
    );
  } catch (error) {
    if (error instanceof RolledBack) return error.outcome as Outcome<Value, Reason>;
    throw error;
  }
}
