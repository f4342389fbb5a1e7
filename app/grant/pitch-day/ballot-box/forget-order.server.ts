import Database from 'better-sqlite3';
import type { BallotBox } from './open-ballot-box.server.ts';

/**
 * Empties the write-ahead log, whose pages would otherwise tell which token and which ballot arrived together.
 *
 * A reader at that very moment may keep part of it; the next checkpoint or the close tries again.
 */
export function forgetOrder(box: BallotBox): void {
  box.connection.pragma('wal_checkpoint(TRUNCATE)');
}

/**
 * Rewrites the whole file in key order as well: how B-tree pages were split also remembers arrivals.
 *
 * Called by the close and again by the reveal, because another process that is writing just then makes SQLite
 * refuse; the poll is closed all the same.
 *
 * @returns  whether it was done
 */
export function rewriteInKeyOrder(box: BallotBox): boolean {
  try {
    box.connection.exec('VACUUM');
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return false;
    throw error;
  }
  forgetOrder(box);
  return true;
}
