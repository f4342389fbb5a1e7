import Database from 'better-sqlite3';
import type { Level } from '../rules/level.ts';
import type { PollState } from '../rules/poll-state.ts';

const { SqliteError } = Database;

export type CastStatements = ReturnType<typeof prepareCastStatements>;

/** A ballot as it is kept: no time, no address, no order. */
export type BallotRow = {
  readonly pollId: string;
  readonly leaf: Buffer;
  readonly level: Level;
  readonly tracker: string;
  readonly r: Buffer;
  readonly body: string;
  readonly batchSeq: number;
};

type PollRow = { readonly state: PollState; readonly manifestHash: Buffer; readonly batchSeq: number };

/**
 * The few statements that every ballot needs, prepared on the connection itself: a hall votes within a minute, and what
 * a query builder adds to each of them is then most of what they cost. Rows come as tuples for the same reason.
 */
export function prepareCastStatements(connection: Database.Database) {
  const poll = connection
    .prepare<[string], [PollState, Buffer, number]>(
      `SELECT state, manifest_hash, 1 + coalesce(
         (SELECT seq FROM checkpoint WHERE checkpoint.poll_id = poll.poll_id ORDER BY seq DESC LIMIT 1), 0)
       FROM poll WHERE poll_id = ?`,
    )
    .raw();
  const token = connection
    .prepare<[string, Buffer], [Level, 0 | 1, 0 | 1]>(
      `SELECT level,
         EXISTS (SELECT 1 FROM spent WHERE spent.poll_id = token.poll_id AND spent.token_hash = token.token_hash),
         EXISTS (SELECT 1 FROM void_token
           WHERE void_token.poll_id = token.poll_id AND void_token.token_hash = token.token_hash)
       FROM token WHERE poll_id = ? AND token_hash = ?`,
    )
    .raw();
  const leafThere = connection
    .prepare<[string, Buffer], 1>('SELECT 1 FROM ballot WHERE poll_id = ? AND leaf = ?')
    .pluck();
  const insertSpent = connection.prepare<[string, Buffer]>('INSERT INTO spent (poll_id, token_hash) VALUES (?, ?)');
  const insertBallot = connection.prepare<[string, Buffer, Level, string, Buffer, string, number]>(
    'INSERT INTO ballot (poll_id, leaf, level, tracker, r, body, batch_seq) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  let read: Map<string, PollRow> | null = null;
  return {
    /** `batchSeq`: number of the checkpoint that will cover a ballot cast now. Null when there is no such poll. */
    findPoll(pollId: string): PollRow | null {
      const known = read?.get(pollId);
      if (known !== undefined) return known;
      const row = poll.get(pollId);
      if (row === undefined) return null;
      const [state, manifestHash, batchSeq] = row;
      const found = { state, manifestHash, batchSeq };
      read?.set(pollId, found);
      return found;
    },
    /** Reads each poll once while `work` runs: in one transaction, and changing none. */
    readingPollsOnce<Answer>(work: () => Answer): Answer {
      read = new Map();
      try {
        return work();
      } finally {
        read = null;
      }
    },
    /** Null for a token that was never issued. */
    findToken(pollId: string, tokenHash: Buffer) {
      const row = token.get(pollId, tokenHash);
      if (row === undefined) return null;
      const [level, isSpent, isVoid] = row;
      return { level, isSpent: isSpent === 1, isVoid: isVoid === 1 };
    },
    /** Whether a ballot with this leaf is in the box. */
    hasLeaf(pollId: string, leaf: Buffer): boolean {
      return leafThere.get(pollId, leaf) === 1;
    },
    insertSpent(pollId: string, tokenHash: Buffer): void {
      insertSpent.run(pollId, tokenHash);
    },
    /**
     * A trigger looks for the leaf and the tracker, so nobody asks before.
     *
     * @returns false where one of them is in the box already; then nothing is written
     */
    insertBallot(row: BallotRow): boolean {
      try {
        insertBallot.run(row.pollId, row.leaf, row.level, row.tracker, row.r, row.body, row.batchSeq);
        return true;
      } catch (error) {
        if (error instanceof SqliteError && error.message === 'a ballot is never replaced') return false;
        throw error;
      }
    },
  };
}
