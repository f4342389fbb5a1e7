import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSheets, voidSheets } from '#app/grant/pitch-day/commands/make-sheets.server.ts';
import { countPaper } from '#app/grant/pitch-day/commands/settle-vote.server.ts';
import { type PitchEvening, withOpenVote, withSheets } from '#app/grant/pitch-day/pitch-evening.testing.ts';
import { deskOf } from '#app/grant/pitch-day/queries/desk.server.ts';
import { type Context, contextOf } from '#app/platform/context.server.ts';
import { type Db, openSqlite } from '#db/client.server.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vote-crash-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Kills a process between its two commits, and gives Grace back what is on the disk. */
function afterTheKill(evening: PitchEvening, button: 'make' | 'void' | 'count', batchId = ''): Context {
  const files = { portal: join(folder, `${button}-portal.db`), votes: join(folder, `${button}-vote.db`) };
  writeFileSync(files.portal, evening.world.db.$client.serialize());
  writeFileSync(files.votes, evening.world.votes.serialize());
  const { Grace } = evening.round.staff;
  const script = 'test/crash/settle-and-die.ts';
  const words = [script, files.portal, files.votes, Grace, evening.callId, button, batchId];
  const run = spawnSync(process.execPath, words, { encoding: 'utf8' });
  expect(run.signal, run.stderr).toBe('SIGKILL');
  const world = { ...evening.world, db: drizzle(openSqlite(files.portal)) as Db, votes: openSqlite(files.votes) };
  return contextOf(world, evening.world.actor(Grace));
}

describe('a process killed between the ballot box and the portal', { timeout: 60_000 }, () => {
  it('has made a batch void, and the same button marks it', () => {
    const evening = withSheets();
    const poll = (context: Context) => deskOf(context, evening.callId)?.poll;
    const batchId = poll(evening.world.as(evening.round.staff.Grace))?.batches[0]?.id ?? '';
    const grace = afterTheKill(evening, 'void', batchId);
    expect(poll(grace)).toMatchObject({ ledger: { voided: 12 }, batches: [{ isVoid: true, voidedAt: null }] });
    expect(voidSheets(grace, evening.callId, batchId).ok).toBe(true);
    expect(poll(grace)?.batches[0]?.voidedAt).toBe(grace.now);
  });

  it('has made sheets that nobody saw, and the next ones void them', () => {
    const evening = withSheets();
    const grace = afterTheKill(evening, 'make');
    expect(deskOf(grace, evening.callId)?.poll?.ledger).toMatchObject({ issued: 32, voided: 0 });
    expect(makeSheets(grace, evening.callId, 20).ok).toBe(true);
    expect(deskOf(grace, evening.callId)?.poll?.ledger).toMatchObject({ issued: 52, voided: 20 });
  });

  it('has sealed the paper, and the same form adds the names', () => {
    const evening = withOpenVote();
    expect(evening.press('close-vote').ok).toBe(true);
    const grace = afterTheKill(evening, 'count');
    const count = { printed: 12, returned: 1, spoiled: 1, countedBy: 'Grace', checkedBy: 'Bo' };
    expect(deskOf(grace, evening.callId)?.poll).toMatchObject({ paper: null, sealedPaper: { printed: 12 } });
    expect(countPaper(grace, evening.callId, count).ok).toBe(true);
    expect(deskOf(grace, evening.callId)?.poll?.paper).toMatchObject(count);
  });
});
