import type { Outcome } from '#app/kernel/outcome.ts';
import type { BallotBox } from './open-ballot-box.server.ts';

/**
 * Runs a job in one transaction that takes the write lock at once; a refusal or an error undoes all of it.
 *
 * Inside another transaction it is a savepoint. The job must be synchronous: SQLite would otherwise commit
 * before it is done.
 */
export function transact<Value, Reason extends string>(
  box: BallotBox,
  job: () => Outcome<Value, Reason>,
): Outcome<Value, Reason> {
  const { connection } = box;
  const isNested = connection.inTransaction;
  connection.exec(isNested ? 'SAVEPOINT job' : 'BEGIN IMMEDIATE');
  try {
    const outcome = job();
    if (outcome.ok) connection.exec(isNested ? 'RELEASE job' : 'COMMIT');
    else undo(box, isNested);
    return outcome;
  } catch (error) {
    // A failed COMMIT may have ended the transaction already.
    if (connection.inTransaction) undo(box, isNested);
    throw error;
  }
}

function undo(box: BallotBox, isNested: boolean): void {
  box.connection.exec(isNested ? 'ROLLBACK TO job; RELEASE job' : 'ROLLBACK');
}
