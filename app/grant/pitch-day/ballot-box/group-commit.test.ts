import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { castWithin } from './cast-ballot.server.ts';
import { rewriteInKeyOrder } from './forget-order.server.ts';
import { groupCommit } from './group-commit.server.ts';
import { openBallotBox } from './open-ballot-box.server.ts';
import { tokenLedger } from './token-ledger.server.ts';
import { ballotOf, castMany, closed, mustBe, NOW, pollInTheRoom } from './trial-poll.testing.ts';

const folders: string[] = [];

function boxFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ballot-box-'));
  folders.push(folder);
  return join(folder, 'vote.db');
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe('sharing one commit', () => {
  it('casts many ballots at once and refuses the second of one token', async () => {
    const poll = pollInTheRoom();
    const group = groupCommit(poll.box);
    const requests = Array.from({ length: 25 }, (_, sheet) => ballotOf(poll, sheet, [1]));
    const answers = await Promise.all(
      [...requests, ballotOf(poll, 0, [2])].map((request) => group.run(() => castWithin(poll.box, request, NOW))),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(25);
    expect(answers.at(-1)).toEqual({ ok: false, reason: 'already-used' });
    expect(mustBe(tokenLedger(poll.box, poll.pollId))).toMatchObject([{ used: 25 }]);
  });

  it('commits once for all that wait, and more than a group in several', async () => {
    const poll = pollInTheRoom();
    let commits = 0;
    const exec = poll.box.connection.exec.bind(poll.box.connection);
    poll.box.connection.exec = (sql) => {
      if (sql === 'COMMIT') commits += 1;
      return exec(sql);
    };
    const group = groupCommit(poll.box);
    const answers = await Promise.all(Array.from({ length: 300 }, (_, index) => group.run(() => index)));
    expect(answers).toEqual(Array.from({ length: 300 }, (_, index) => index));
    expect(commits).toBe(2);
  });

  it('undoes a job that throws, and only that one', async () => {
    const poll = pollInTheRoom();
    const group = groupCommit(poll.box);
    const cast = (sheet: number) => () => castWithin(poll.box, ballotOf(poll, sheet, [1]), NOW);
    const settled = await Promise.allSettled([
      group.run(cast(0)),
      group.run(() => {
        cast(1)();
        throw new Error('tripped');
      }),
      group.run(cast(2)),
    ]);
    expect(settled.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(mustBe(tokenLedger(poll.box, poll.pollId))).toMatchObject([{ used: 2 }]);
  });

  it('saves the others when one job makes the shared commit impossible', async () => {
    const poll = pollInTheRoom();
    const group = groupCommit(poll.box);
    const spendOnly = `INSERT INTO spent SELECT poll_id, token_hash FROM token LIMIT 1 OFFSET 20`;
    const settled = await Promise.allSettled([
      group.run(() => castWithin(poll.box, ballotOf(poll, 0, [1]), NOW)),
      group.run(() => poll.box.connection.prepare(spendOnly).run()),
    ]);
    expect(settled.map((result) => result.status)).toEqual(['fulfilled', 'rejected']);
    expect(poll.box.connection.prepare('SELECT count(*) FROM ballot').pluck().get()).toBe(1);
    expect(poll.box.connection.prepare('SELECT count(*) FROM spent').pluck().get()).toBe(1);
  });
});

describe('opening the ballot box', () => {
  it('is durable after reopening too, where better-sqlite3 would fall back to NORMAL', () => {
    const file = boxFile();
    for (let opening = 1; opening <= 2; opening += 1) {
      const { connection } = openBallotBox(file);
      expect(connection.pragma('synchronous', { simple: true })).toBe(2);
      expect(connection.pragma('journal_mode', { simple: true })).toBe('wal');
      connection.close();
    }
  });

  it('goes on after a restart exactly where it was', () => {
    const file = boxFile();
    const poll = pollInTheRoom({ file });
    castMany(poll, 0, 12);
    poll.box.connection.close();
    const again = { ...poll, box: openBallotBox(file) };
    castMany(again, 12, 3);
    closed(again);
    expect(mustBe(tokenLedger(again.box, again.pollId))).toMatchObject([{ used: 15 }]);
    again.box.connection.close();
  });

  it('refuses a file made by a newer portal', () => {
    const file = boxFile();
    const { connection } = openBallotBox(file);
    connection.pragma('user_version = 99');
    connection.close();
    expect(() => openBallotBox(file)).toThrow('newer version');
  });

  it('puts off rewriting the file while another process is writing', () => {
    const file = boxFile();
    const poll = pollInTheRoom({ file });
    castMany(poll, 0, 12);
    closed(poll);
    const other = openBallotBox(file).connection;
    poll.box.connection.pragma('busy_timeout = 1');
    other.exec('BEGIN IMMEDIATE');
    expect(rewriteInKeyOrder(poll.box)).toBe(false);
    other.exec('ROLLBACK');
    expect(rewriteInKeyOrder(poll.box)).toBe(true);
    other.close();
    poll.box.connection.close();
  });

  it('leaves no order of arrival in the write-ahead log after the close', () => {
    const file = boxFile();
    const poll = pollInTheRoom({ file });
    castMany(poll, 0, 12);
    expect(readFileSync(`${file}-wal`).length).toBeGreaterThan(0);
    closed(poll);
    expect(readFileSync(`${file}-wal`)).toHaveLength(0);
    poll.box.connection.close();
  });
});
