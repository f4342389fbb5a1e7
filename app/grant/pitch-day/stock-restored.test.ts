import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actorOf } from '#app/people/queries/people.server.ts';
import { contextOf } from '#app/platform/context.server.ts';
import { openDatabase } from '#db/client.server.ts';
import { signUp } from '#db/schema/pitch-day-stock.ts';
import { ballotBoxOf } from './ballot-box/ballot-box-of.server.ts';
import { keepHandedOut } from './ballot-box/handed-out.server.ts';
import { mustBe } from './ballot-box/trial-poll.testing.ts';
import { handOutStraw } from './commands/hand-out-straw.server.ts';
import { signUpToVote } from './commands/sign-up-to-vote.server.ts';
import { type PitchEvening, pollIdOf, reveal, withOpenVote } from './pitch-evening.testing.ts';
import { boardPage } from './queries/board-page.server.ts';
import { deskOf } from './queries/desk.server.ts';
import { stockCodeOf } from './queries/stock-entry.server.ts';
import { stockPage } from './queries/stock-page.server.ts';
import { showBallotCode } from './rules/ballot-code.ts';
import { castWith } from './stock.testing.ts';

const STOCKS = { C: 40, D: 40 };

/** The portal comes back from a copy of its database; the ballot box beside it is as it was. */
function restored(evening: PitchEvening, copy: Buffer, logged: string[] = []): PitchEvening {
  const db = openDatabase(Buffer.from(copy));
  const log = Object.assign(Object.create(evening.world.log), {
    error: (_facts: object, words: string) => logged.push(words),
  });
  const world = { ...evening.world, db, log };
  const as = (personId: string | null) => contextOf(world, personId === null ? null : actorOf(world, personId));
  return { ...evening, world: { ...world, as } };
}

const copyOf = ({ world }: PitchEvening) => world.db.$client.serialize();
const straw = ({ world }: PitchEvening, pollId: string) => mustBe(handOutStraw(world.as(null), pollId, null));

/** The code of whoever signed up last. */
function mailed({ world }: PitchEvening, pollId: string, address: string) {
  mustBe(signUpToVote(world.as(null), pollId, address));
  const places = world.db.select({ place: signUp.place }).from(signUp).all();
  return stockCodeOf(world, pollId, 'C', Math.max(...places.map(({ place }) => place)));
}

describe('a portal that came back from an older copy', () => {
  it('goes on behind the codes that it has forgotten, and says so in the log', () => {
    const evening = withOpenVote({}, 12, STOCKS);
    const pollId = pollIdOf(evening);
    const copy = copyOf(evening);
    const before = [1, 2, 3].map(() => straw(evening, pollId));
    const logged: string[] = [];
    const after = restored(evening, copy, logged);
    const codes = [...before, straw(after, pollId), straw(after, pollId)];
    expect(new Set(codes).size).toBe(5);
    expect(logged).toEqual(['more codes were handed out than the portal knows of; see README, "After a restore"']);
    const desk = deskOf(after.world.as(evening.round.staff.Grace ?? null), evening.callId);
    expect(desk?.poll?.stocks.map(({ level, handed }) => [level, handed])).toEqual([
      ['C', 0],
      ['D', 5],
    ]);
  });

  it('has none left where all were given out after the copy', () => {
    const evening = withOpenVote({}, 12, { D: 10 });
    const pollId = pollIdOf(evening);
    const copy = copyOf(evening);
    for (let handed = 0; handed < 10; handed += 1) straw(evening, pollId);
    const { world } = restored(evening, copy);
    expect(stockPage(world.as(null), pollId, 'D')?.isEmpty).toBe(true);
    expect(handOutStraw(world.as(null), pollId, null)).toEqual({ ok: false, reason: 'none-left' });
  });

  it('gives no code to two people, whenever it was copied and brought back', () => {
    const step = fc.constantFrom('straw', 'sign-up', 'copy', 'bring back');
    fc.assert(
      fc.property(fc.array(step, { minLength: 4, maxLength: 16 }), (steps) => {
        let evening = withOpenVote({}, 12, STOCKS);
        const pollId = pollIdOf(evening);
        let copy = copyOf(evening);
        const codes: string[] = [];
        for (const [turn, what] of steps.entries()) {
          if (what === 'copy') copy = copyOf(evening);
          else if (what === 'bring back') evening = restored(evening, copy);
          else if (what === 'straw') codes.push(straw(evening, pollId));
          else codes.push(mailed(evening, pollId, `p${turn}@people.example`));
        }
        expect(new Set(codes).size).toBe(codes.length);
      }),
      { numRuns: 12 },
    );
  });
});

describe('codes that were used and never given out', () => {
  it('show on the board and on the desk', async () => {
    const evening = withOpenVote({}, 12, STOCKS);
    const pollId = pollIdOf(evening);
    const { world, round, callId } = evening;
    // Whoever runs the portal has its key, and can make any code of a stock.
    for (const place of [4, 5]) {
      const secret = stockCodeOf(world, pollId, 'D', place);
      mustBe(await castWith(evening, showBallotCode({ secret, level: 'D' }), [1]));
    }
    straw(evening, pollId);
    reveal(evening);
    const apart = boardPage(world.as(null), pollId, null)?.result?.apart;
    expect(apart?.map(({ level, codes }) => [level, codes.handed, codes.used])).toEqual([
      ['C', 0, 0],
      ['D', 1, 2],
    ]);
    const [, line] = deskOf(world.as(round.staff.Grace), callId)?.poll?.stocks ?? [];
    expect([line?.handed, line?.ledger?.used]).toEqual([1, 2]);
  });
});

describe('what the box keeps of codes that were given out', () => {
  it('only grows, never beyond what was announced, and only while the vote is open', () => {
    const evening = withOpenVote({}, 12, STOCKS);
    const pollId = pollIdOf(evening);
    const box = ballotBoxOf(evening.world);
    const sql = (text: string) => () => box.connection.exec(text);
    keepHandedOut(box, pollId, 'D', 7);
    expect(() => keepHandedOut(box, pollId, 'D', 6)).toThrow('never free again');
    expect(sql('UPDATE handed_out SET count = 6')).toThrow('stays so');
    expect(sql("UPDATE handed_out SET level = 'C'")).toThrow('stays so');
    expect(sql('DELETE FROM handed_out')).toThrow('nothing is deleted');
    expect(sql(`INSERT OR REPLACE INTO handed_out VALUES ('${pollId}', 'D', 1)`)).toThrow('stays so');
    expect(() => keepHandedOut(box, pollId, 'D', 41)).toThrow('more codes than were announced');
    expect(sql(`INSERT INTO handed_out VALUES ('${pollId}', 'C', 41)`)).toThrow('more codes than were announced');
    mustBe(evening.press('close-vote'));
    expect(sql('UPDATE handed_out SET count = 8')).toThrow('while the poll is open only');
    expect(sql(`INSERT INTO handed_out VALUES ('${pollId}', 'C', 1)`)).toThrow('while the poll is open only');
  });
});
