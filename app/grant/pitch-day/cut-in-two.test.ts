import { describe, expect, it } from 'vitest';
import type { Id } from '#app/kernel/id.ts';
import { HOUR } from '#app/kernel/instant.ts';
import type { Outcome } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { ballotBoxOf } from './ballot-box/ballot-box-of.server.ts';
import { certifyPoll, recordRandomness } from './ballot-box/reveal-poll.server.ts';
import { tokenLedger } from './ballot-box/token-ledger.server.ts';
import { mustBe } from './ballot-box/trial-poll.testing.ts';
import { makeSheets, voidSheets } from './commands/make-sheets.server.ts';
import { certifyVote, countPaper, freezeVote } from './commands/settle-vote.server.ts';
import { typeTieThrow } from './commands/type-tie-throw.server.ts';
import { castAll, type PitchEvening, pollIdOf, reveal, withOpenVote, withSheets } from './pitch-evening.testing.ts';
import { deskOf } from './queries/desk.server.ts';
import { stageSignal } from './queries/stage-signal.server.ts';
import { voteByMail, voteByStraw } from './stock.testing.ts';

const COUNT = { printed: 12, returned: 1, spoiled: 1, countedBy: 'Grace', checkedBy: 'Bo' };

const graceOf = (evening: PitchEvening) => evening.world.as(evening.round.staff.Grace);
const pollOf = (evening: PitchEvening) => deskOf(graceOf(evening), evening.callId)?.poll;
const batchesOf = (evening: PitchEvening) => pollOf(evening)?.batches ?? [];
const firstBatch = (evening: PitchEvening): Id => batchesOf(evening)[0]?.id ?? '';
const markOf = (evening: PitchEvening) => JSON.parse(stageSignal(evening.world, evening.eventId)).mark as string;

/** The machine stops after the ballot box has committed and before the portal has. */
function cutInTwo(evening: PitchEvening, press: (context: Context) => Outcome<unknown, string>): void {
  const grace = graceOf(evening);
  const dying: Context = {
    ...grace,
    transact: (work) =>
      grace.transact((tx) => {
        const outcome = work(tx);
        expect(outcome.ok).toBe(true);
        throw new Error('the machine stopped');
      }),
  };
  expect(() => press(dying)).toThrow('the machine stopped');
}

describe('pressing again what a crash cut in two', () => {
  it('hands out codes for anybody that only the ballot box knew to be promised', async () => {
    const evening = withSheets({}, 12, { C: 12, D: 15 });
    cutInTwo(evening, (grace) => freezeVote(grace, evening.callId));
    mustBe(freezeVote(graceOf(evening), evening.callId));
    evening.world.pass(24 * HOUR);
    mustBe(evening.press('open-vote'));
    mustBe(await voteByMail(evening, 'nura@people.example', [1]));
    mustBe(await voteByStraw(evening, [2]));
    const ledger = mustBe(tokenLedger(ballotBoxOf(evening.world), pollIdOf(evening)));
    expect(ledger.map(({ level, issued, used }) => [level, issued, used])).toEqual([
      ['A', 12, 0],
      ['C', 12, 1],
      ['D', 15, 1],
    ]);
  });

  it('marks a batch that the ballot box knows as void', () => {
    const evening = withSheets();
    cutInTwo(evening, (grace) => voidSheets(grace, evening.callId, firstBatch(evening)));
    expect(batchesOf(evening)[0]).toMatchObject({ isVoid: true, voidedAt: null });
    expect(voidSheets(graceOf(evening), evening.callId, firstBatch(evening)).ok).toBe(true);
    expect(batchesOf(evening)[0]).toMatchObject({ isVoid: true, voidedAt: evening.world.now() });
    expect(voidSheets(graceOf(evening), evening.callId, firstBatch(evening))).toMatchObject({ reason: 'already-void' });
  });

  it('marks it even after the close, when no other batch can be made void', () => {
    const evening = withSheets();
    mustBe(makeSheets(graceOf(evening), evening.callId, 10));
    mustBe(freezeVote(graceOf(evening), evening.callId));
    evening.world.pass(24 * 60 * 60_000);
    mustBe(evening.press('open-vote'));
    cutInTwo(evening, (grace) => voidSheets(grace, evening.callId, firstBatch(evening)));
    mustBe(evening.press('close-vote'));
    const other = batchesOf(evening)[1]?.id ?? '';
    expect(voidSheets(graceOf(evening), evening.callId, other)).toMatchObject({ reason: 'already-closed' });
    expect(voidSheets(graceOf(evening), evening.callId, firstBatch(evening)).ok).toBe(true);
  });

  it('adds the names to a count whose numbers are sealed, and changes no number', () => {
    const evening = withOpenVote();
    mustBe(evening.press('close-vote'));
    cutInTwo(evening, (grace) => countPaper(grace, evening.callId, COUNT));
    expect(pollOf(evening)).toMatchObject({ paper: null, sealedPaper: { printed: 12, returned: 1, spoiled: 1 } });
    evening.world.pass(60_000);
    mustBe(evening.press('reveal'));
    const again = (numbers: Partial<typeof COUNT>) =>
      countPaper(graceOf(evening), evening.callId, { ...COUNT, ...numbers });
    expect(again({ returned: 2 })).toEqual({ ok: false, reason: 'other-count-sealed' });
    expect(pollOf(evening)?.paper).toBeNull();
    expect(again({}).ok).toBe(true);
    expect(pollOf(evening)?.paper).toMatchObject(COUNT);
    expect(again({})).toEqual({ ok: false, reason: 'already-recorded' });
  });

  it('voids sheets that nobody ever saw before others are made', () => {
    const evening = withSheets();
    cutInTwo(evening, (grace) => makeSheets(grace, evening.callId, 20));
    expect(pollOf(evening)?.ledger).toMatchObject({ issued: 32, voided: 0 });
    expect(makeSheets(graceOf(evening), evening.callId, 20)).toMatchObject({ value: { label: 'A-3' } });
    expect(pollOf(evening)?.ledger).toMatchObject({ issued: 52, voided: 20, unused: 32 });
    expect(batchesOf(evening).map((batch) => batch.label)).toEqual(['A-1', 'A-3']);
  });

  it('freezes no vote whose voters are sheets that nobody ever saw', () => {
    const evening = withSheets();
    mustBe(voidSheets(graceOf(evening), evening.callId, firstBatch(evening)));
    cutInTwo(evening, (grace) => makeSheets(grace, evening.callId, 20));
    expect(freezeVote(graceOf(evening), evening.callId)).toEqual({ ok: false, reason: 'too-few-voters' });
    mustBe(makeSheets(graceOf(evening), evening.callId, 10));
    expect(freezeVote(graceOf(evening), evening.callId).ok).toBe(true);
    expect(pollOf(evening)?.ledger).toMatchObject({ issued: 42, voided: 32 });
  });

  it('freezes, records a throw and certifies in the ballot box alone, and the stage hears of each', async () => {
    const evening = withSheets();
    const { callId } = evening;
    const marks = new Set([markOf(evening)]);
    cutInTwo(evening, (grace) => freezeVote(grace, callId));
    expect(marks.has(markOf(evening))).toBe(false);
    expect(freezeVote(graceOf(evening), callId).ok).toBe(true);
    evening.world.pass(24 * 60 * 60_000);
    mustBe(evening.press('open-vote'));
    await castAll(evening, [[1], [2]]);
    reveal(evening);
    const box = ballotBoxOf(evening.world);
    marks.add(markOf(evening));
    mustBe(recordRandomness(box, pollIdOf(evening), '4 1 6'));
    expect(marks.has(markOf(evening))).toBe(false);
    expect(typeTieThrow(graceOf(evening), callId, '4 1 6').ok).toBe(true);
    expect(typeTieThrow(graceOf(evening), callId, '4 1 5')).toMatchObject({ reason: 'already-recorded' });
    marks.add(markOf(evening));
    mustBe(certifyPoll(box, pollIdOf(evening)));
    expect(marks.has(markOf(evening))).toBe(false);
    expect(certifyVote(graceOf(evening), callId).ok).toBe(true);
  });
});
