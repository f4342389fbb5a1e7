import type { BallotBox } from './open-ballot-box.server.ts';

/** Runs synchronous jobs so that those that arrive together share one durable commit. */
export type GroupCommit = {
  /** Resolves with the job's answer once it is on disk; a job may run twice, so it must only touch the database, and it changes no poll. */
  run<Answer>(job: () => Answer): Promise<Answer>;
};

type Waiting = {
  readonly job: () => unknown;
  readonly resolve: (answer: never) => void;
  readonly reject: (error: unknown) => void;
};

type Ran = { readonly ok: true; readonly answer: unknown } | { readonly ok: false; readonly error: unknown };

/** Bounds how long one group holds the event loop. */
const GROUP_JOBS_MAX = 256;

/**
 * Queues jobs and commits all that are waiting at the next turn of the event loop.
 *
 * One commit is one wait for the disk, whoever shares it; and ballots that share it have no order among
 * themselves. A job that throws is undone alone. If the commit itself fails, each job is tried once more in a
 * transaction of its own, so that one voter's bad luck is not another's.
 */
export function groupCommit(box: BallotBox): GroupCommit {
  const { connection, casting } = box;
  const savepoint = connection.prepare('SAVEPOINT member');
  const release = connection.prepare('RELEASE member');
  let waiting: Waiting[] = [];

  function commitGroup(): void {
    const group = waiting.slice(0, GROUP_JOBS_MAX);
    waiting = waiting.slice(GROUP_JOBS_MAX);
    if (waiting.length > 0) setImmediate(commitGroup);
    settle(group, runTogether(group) ?? group.map(runAlone));
  }

  /** Null when the transaction as a whole could not begin or commit. */
  function runTogether(group: readonly Waiting[]): Ran[] | null {
    try {
      connection.exec('BEGIN IMMEDIATE');
      const ran = casting.readingPollsOnce(() => group.map(runInSavepoint));
      connection.exec('COMMIT');
      return ran;
    } catch {
      if (connection.inTransaction) connection.exec('ROLLBACK');
      return null;
    }
  }

  function runInSavepoint({ job }: Waiting): Ran {
    savepoint.run();
    try {
      const answer = job();
      release.run();
      return { ok: true, answer };
    } catch (error) {
      connection.exec('ROLLBACK TO member; RELEASE member');
      return { ok: false, error };
    }
  }

  function runAlone({ job }: Waiting): Ran {
    try {
      connection.exec('BEGIN IMMEDIATE');
      const answer = job();
      connection.exec('COMMIT');
      return { ok: true, answer };
    } catch (error) {
      if (connection.inTransaction) connection.exec('ROLLBACK');
      return { ok: false, error };
    }
  }

  return {
    run: (job) =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(commitGroup);
        waiting.push({ job, resolve, reject });
      }),
  };
}

function settle(group: readonly Waiting[], ran: readonly Ran[]): void {
  for (const [index, { resolve, reject }] of group.entries()) {
    const result = ran[index];
    if (result?.ok) resolve(result.answer as never);
    else reject(result?.error);
  }
}
