import type { BallotBox } from './open-ballot-box.server.ts';

/**
 * Empties the write-ahead log, whose pages would otherwise tell which token and which ballot arrived together.
 *
 * A reader at that very moment may keep part of it; the next checkpoint or the close tries again.
 */
export function forgetOrder(box: BallotBox): void {
  box.connection.pragma('wal_checkpoint(TRUNCATE)');
}

/** Rewrites the whole file in key order as well: how B-tree pages were split also remembers arrivals. */
export function rewriteInKeyOrder(box: BallotBox): void {
  box.connection.exec('VACUUM');
  forgetOrder(box);
}
