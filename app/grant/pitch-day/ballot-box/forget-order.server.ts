import Database from 'better-sqlite3';
import type { BallotBox } from './open-ballot-box.server.ts';

/** Some thirty thousand ballots. Rewriting more would hold up a hall for longer than it notices, once a minute. */
const REWRITTEN_BYTES_MAX = 16 * 2 ** 20;

/**
 * Leaves no order of arrival in a batch that was sealed, so that a backup made later cannot tell who cast which ballot.
 *
 * A larger file only has its write-ahead log emptied; it is rewritten at the close.
 */
export function forgetOrder(box: BallotBox): void {
  const bytesOf = (name: string) => Number(box.connection.pragma(name, { simple: true }));
  if (bytesOf('page_count') * bytesOf('page_size') <= REWRITTEN_BYTES_MAX && rewriteInKeyOrder(box)) return;
  emptyLog(box);
}

/**
 * Empties the write-ahead log, whose pages would otherwise tell which token and which ballot arrived together.
 *
 * A reader at that very moment may keep part of it; the next checkpoint or the close tries again.
 */
function emptyLog(box: BallotBox): void {
  box.connection.pragma('wal_checkpoint(TRUNCATE)');
}

/**
 * Rewrites the whole file in key order as well: where a ballot stands in its page, and how pages were split, also remembers
 * arrivals.
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
  emptyLog(box);
  return true;
}
