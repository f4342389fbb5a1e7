import { describe, expect, it } from 'vitest';
import { checkpoint } from './checkpoint.server.ts';
import { certifyPoll, recordPaperCount, recordRandomness, revealPoll } from './reveal-poll.server.ts';
import { castMany, closed, draftPoll, mustBe, NOW, pollInTheRoom, type TrialPoll } from './trial-poll.testing.ts';

/** What someone with the file and a SQL prompt could try. Every attempt must fail in the database itself. */
function attempt({ box }: TrialPoll, ...statements: string[]): string {
  try {
    box.connection.exec('BEGIN');
    for (const sql of statements) box.connection.exec(sql);
    box.connection.exec('COMMIT');
    return 'succeeded';
  } catch (error) {
    if (box.connection.inTransaction) box.connection.exec('ROLLBACK');
    return (error as Error).message;
  }
}

const BODY = `json_object('level', 'A', 'pollId', poll_id, 'choices', json_array(1))`;
const INSERT_BALLOT = `INSERT INTO ballot SELECT poll_id, randomblob(32), 'A', '0000-0000-0000', randomblob(16), ${BODY},
  (SELECT coalesce(max(seq), 0) + 1 FROM checkpoint) FROM poll`;
const INSERT_SPENT = `INSERT INTO spent SELECT poll_id, token_hash FROM token
  WHERE token_hash NOT IN (SELECT token_hash FROM spent) AND token_hash NOT IN (SELECT token_hash FROM void_token) LIMIT 1`;
const INSERT_TOKEN = `INSERT INTO token SELECT poll_id, randomblob(32), 'A', 'A-9' FROM poll`;
const insertCheckpoint = (values: string) =>
  `INSERT INTO checkpoint SELECT poll_id, ${values}, randomblob(32), randomblob(32), 0, 0, '', randomblob(64) FROM poll`;

function voted(): TrialPoll {
  const poll = pollInTheRoom();
  castMany(poll, 0, 12);
  return poll;
}

describe('attacking the ballot box with plain SQL', () => {
  it('lets a matched pair through, so that the refusals below have the reason they name', () => {
    expect(attempt(voted(), INSERT_SPENT, INSERT_BALLOT)).toBe('succeeded');
  });

  it('cannot commit a ballot without a used token, nor the other way round', () => {
    expect(attempt(voted(), INSERT_BALLOT)).toBe('FOREIGN KEY constraint failed');
    expect(attempt(voted(), INSERT_SPENT)).toBe('FOREIGN KEY constraint failed');
    expect(attempt(voted(), INSERT_SPENT, INSERT_SPENT, INSERT_BALLOT)).toBe('FOREIGN KEY constraint failed');
  });

  it('cannot pay for a ballot at one level with a token of another', () => {
    const poll = pollInTheRoom({ draft: { levels: ['A', 'C'] } });
    const spendC = `INSERT INTO spent SELECT poll_id, token_hash FROM token WHERE level = 'C' LIMIT 1`;
    expect(attempt(poll, spendC, INSERT_BALLOT)).toBe('FOREIGN KEY constraint failed');
  });

  it('cannot close on a guard that was talked into balance', () => {
    const poll = voted();
    expect(attempt(poll, INSERT_BALLOT, 'UPDATE guard SET difference = difference + 1')).toBe('succeeded');
    expect(() => closed(poll)).toThrow('spent tokens and ballots differ');
  });

  it('cannot jump a guard, widen its zero, or remove either', () => {
    expect(attempt(voted(), 'UPDATE guard SET difference = 5')).toContain('a guard moves by one');
    expect(attempt(voted(), `UPDATE guard SET level = 'C', difference = 1`)).toContain('a guard moves by one');
    expect(attempt(voted(), 'DELETE FROM guard')).toContain('nothing is deleted');
    expect(attempt(voted(), `INSERT OR REPLACE INTO guard SELECT poll_id, 'A', 0 FROM poll`)).toContain(
      'never replaced',
    );
    expect(attempt(voted(), 'INSERT INTO zero VALUES (1)')).toContain('zero is the only value');
    expect(attempt(voted(), 'UPDATE zero SET value = 1')).toContain('nothing is updated');
    expect(attempt(voted(), 'DELETE FROM zero')).toContain('nothing is deleted');
  });

  it.each(['ballot', 'spent', 'token', 'poll', 'issue', 'signing_key'])('cannot delete from %s', (table) => {
    expect(attempt(voted(), `DELETE FROM ${table}`)).toContain('nothing is deleted');
  });

  it('cannot change a ballot, a token, a promise or a key', () => {
    const updates = [
      `UPDATE ballot SET body = replace(body, '[2]', '[1]')`,
      'UPDATE ballot SET batch_seq = 2',
      'UPDATE spent SET token_hash = randomblob(32)',
      `UPDATE token SET batch = 'A-2'`,
      'UPDATE issue SET count = 31',
      'UPDATE signing_key SET secret = randomblob(32)',
    ];
    for (const update of updates) expect(attempt(voted(), update)).toContain('nothing is updated');
    for (const column of [
      "manifest = replace(manifest, 'Bike', 'Boat')",
      'manifest_hash = zeroblob(32)',
      "poll_id = 'x'",
    ]) {
      expect(attempt(voted(), `UPDATE poll SET ${column}`)).toContain('only the state of a poll may change');
    }
  });

  it('cannot replace rows, even with recursive triggers off', () => {
    const poll = voted();
    poll.box.connection.pragma('recursive_triggers = 0');
    expect(attempt(poll, 'INSERT OR REPLACE INTO ballot SELECT * FROM ballot LIMIT 1')).toContain('never replaced');
    expect(attempt(poll, 'INSERT OR REPLACE INTO spent SELECT * FROM spent LIMIT 1')).toContain(
      'a token is spent once',
    );
    expect(
      attempt(poll, `INSERT OR REPLACE INTO poll SELECT poll_id, manifest, manifest_hash, 'draft' FROM poll`),
    ).toContain('never replaced');
    expect(attempt(poll, 'INSERT OR REPLACE INTO issue SELECT * FROM issue')).toContain('written once');
    expect(attempt(poll, 'INSERT OR REPLACE INTO signing_key SELECT poll_id, randomblob(32) FROM poll')).toContain(
      'one signing key',
    );
  });

  it('cannot add a ballot, a used token or a checkpoint after the close', () => {
    const poll = closed(voted());
    expect(attempt(poll, INSERT_SPENT, INSERT_BALLOT)).toContain('while the poll is open only');
    expect(attempt(poll, INSERT_BALLOT)).toContain('while the poll is open only');
    expect(attempt(poll, insertCheckpoint('2, 12'))).toContain('while the poll is open only');
  });

  it('cannot add a token after the freeze, nor void one after the close or after its use', () => {
    expect(attempt(draftPoll(), INSERT_TOKEN)).toBe('succeeded');
    expect(attempt(voted(), INSERT_TOKEN)).toContain('tokens are added to a draft only');
    expect(attempt(voted(), 'INSERT INTO void_token SELECT * FROM spent')).toContain('a used token is not voided');
    const voidUnused = 'INSERT INTO void_token SELECT poll_id, token_hash FROM token LIMIT 1';
    expect(attempt(closed(pollInTheRoom()), voidUnused)).toContain('before the close only');
    const spendVoid = 'INSERT INTO spent SELECT * FROM void_token';
    expect(attempt(pollInTheRoom(), voidUnused, spendVoid)).toContain('a void token is not spent');
    expect(attempt(pollInTheRoom(), voidUnused, 'DELETE FROM void_token')).toContain('nothing is deleted');
  });

  it('cannot move a state backwards or skip one', () => {
    const set = (state: string) => `UPDATE poll SET state = '${state}'`;
    for (const state of ['draft', 'frozen', 'open', 'revealed', 'certified']) {
      expect(attempt(voted(), set(state))).toContain('one step forward');
    }
    expect(attempt(closed(voted()), set('open'))).toContain('one step forward');
    expect(attempt(voted(), set('nonsense'))).toContain('one step forward');
    expect(attempt(draftPoll(), set('frozen'))).toContain('freezes with the number of its tokens');
    expect(attempt(voted(), set('closed'))).toContain('closes with its last checkpoint');
  });

  it('cannot insert a poll that is already under way', () => {
    const insert = `INSERT INTO poll SELECT '00000000000000000001', replace(manifest, poll_id, '00000000000000000001'), manifest_hash, 'open' FROM poll`;
    expect(attempt(voted(), insert)).toContain('starts as a draft');
  });

  it('cannot forge, hurry, change or remove a checkpoint', () => {
    const poll = voted();
    expect(attempt(poll, insertCheckpoint('2, 12'))).toContain('without gaps');
    expect(attempt(poll, insertCheckpoint('1, 11'))).toContain('covers every ballot');
    mustBe(checkpoint(poll.box, poll.pollId, NOW));
    castMany(poll, 12, 9);
    expect(attempt(poll, insertCheckpoint('2, 21'))).toContain('among ten');
    expect(attempt(poll, 'UPDATE checkpoint SET size = 3')).toContain('nothing is updated');
    expect(attempt(poll, 'DELETE FROM checkpoint')).toContain('nothing is deleted');
    expect(attempt(poll, `${INSERT_BALLOT.replace('coalesce(max(seq), 0) + 1', '1')}`)).toContain(
      'the next checkpoint',
    );
    expect(attempt(closed(poll), insertCheckpoint('3, 21'))).toContain('while the poll is open only');
  });

  it('cannot change what was recorded after the close', () => {
    const tie = { rule: 'public-randomness', source: 'drand round 5' } as const;
    const poll = closed(pollInTheRoom({ draft: { tie } }));
    mustBe(recordPaperCount(poll.box, poll.pollId, { printed: 3, returned: 1, spoiled: 1 }));
    mustBe(recordRandomness(poll.box, poll.pollId, 'f00d'));
    for (const table of ['paper_count', 'randomness']) {
      expect(attempt(poll, `DELETE FROM ${table}`)).toContain('nothing is deleted');
      expect(attempt(poll, `INSERT OR REPLACE INTO ${table} SELECT * FROM ${table}`)).toContain('once');
    }
    expect(attempt(poll, 'UPDATE paper_count SET printed = 9')).toContain('nothing is updated');
    expect(attempt(poll, `UPDATE randomness SET value = 'beef'`)).toContain('nothing is updated');
    mustBe(revealPoll(poll.box, poll.pollId, NOW + 60_000));
    mustBe(certifyPoll(poll.box, poll.pollId));
    expect(attempt(poll, `UPDATE poll SET state = 'revealed'`)).toContain('one step forward');
  });
});
