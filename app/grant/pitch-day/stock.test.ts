import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '#app/kernel/hex.ts';
import { DAY, HOUR, MINUTE } from '#app/kernel/instant.ts';
import { requestSignInCode } from '#app/people/commands/request-sign-in-code.server.ts';
import { signUp } from '#db/schema/pitch-day-stock.ts';
import { message, outboxPromise } from '#db/schema/platform.ts';
import { ballotBoxOf } from './ballot-box/ballot-box-of.server.ts';
import { boardOf } from './ballot-box/board.server.ts';
import { tokenLedger } from './ballot-box/token-ledger.server.ts';
import { mustBe } from './ballot-box/trial-poll.testing.ts';
import { turnoutOf } from './ballot-box/turnout.server.ts';
import { castVote } from './commands/cast-vote.server.ts';
import { fixBallotPaper, takeBackBallotPaper } from './commands/fix-ballot-paper.server.ts';
import { forgetRolls } from './commands/forget-rolls.server.ts';
import { handOutStraw, PRESS_KEPT, STRAWS_MAX } from './commands/hand-out-straw.server.ts';
import { LETTERS_MAX, SAME_PRESS, SIGN_UPS_MAX, signUpToVote } from './commands/sign-up-to-vote.server.ts';
import {
  castAll,
  type PitchEvening,
  phoneBallot,
  pollIdOf,
  reveal,
  withOpenVote,
  withSheets,
} from './pitch-evening.testing.ts';
import { boardPage } from './queries/board-page.server.ts';
import { deskOf } from './queries/desk.server.ts';
import { publicVoteOf } from './queries/public-vote.server.ts';
import { stageView } from './queries/stage-view.server.ts';
import { stockPage } from './queries/stock-page.server.ts';
import { showBallotCode } from './rules/ballot-code.ts';
import { leafOf } from './rules/leaf.ts';
import { castWith, codesMailed, lettersTo, voteByMail, voteByStraw } from './stock.testing.ts';

const BOTH = { C: 12, D: 15 };
const people = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, place) => `person${from + place}@people.example`);
const ledgerOf = (evening: PitchEvening) => mustBe(tokenLedger(ballotBoxOf(evening.world), pollIdOf(evening)));
const lineOf = (evening: PitchEvening, level: string) => ledgerOf(evening).find((line) => line.level === level);

describe('the ballot paper', () => {
  it('says which codes there are for anybody, and money never follows them', () => {
    const evening = withOpenVote({}, 12, BOTH);
    const board = mustBe(boardOf(ballotBoxOf(evening.world), pollIdOf(evening)));
    expect(board.manifest).toMatchObject({ levels: ['A', 'C', 'D'], countedLevels: ['A'] });
    expect(board.issued.map(({ level, count }) => [level, count])).toEqual([
      ['A', 12],
      ['C', 12],
      ['D', 15],
    ]);
  });

  it('is taken back with its codes, and fixed anew with others or with none', () => {
    const { world, round, callId, eventId } = withSheets({}, 12, BOTH);
    const grace = world.as(round.staff.Grace);
    const stocks = () =>
      world.db.$client.prepare('SELECT level, size FROM code_stock WHERE event_id = ?').raw().all(eventId);
    expect(() => world.db.$client.exec('DELETE FROM code_stock')).toThrow('the manifest says which codes');
    expect(() => world.db.$client.exec('UPDATE code_stock SET size = 99')).toThrow('one by one');
    expect(() => world.db.$client.exec('UPDATE code_stock SET handed = 2')).toThrow('one by one');
    const late = `INSERT INTO code_stock VALUES ('${eventId}', 'C', 99, 0)`;
    expect(() => world.db.$client.exec(late.replace('INSERT', 'INSERT OR REPLACE'))).toThrow(
      'the manifest says which codes',
    );
    expect(deskOf(grace, callId)?.poll?.stocks).toEqual([
      { level: 'C', size: 12, handed: 0, ledger: null },
      { level: 'D', size: 15, handed: 0, ledger: null },
    ]);
    mustBe(takeBackBallotPaper(grace, callId));
    expect(stocks()).toEqual([]);
    mustBe(fixBallotPaper(grace, callId, [], { D: 30, C: null }));
    expect(stocks()).toEqual([['D', 30]]);
  });

  it('offers neither where nobody asked for it', () => {
    const evening = withOpenVote();
    const pollId = pollIdOf(evening);
    const anybody = evening.world.as(null);
    expect(stockPage(anybody, pollId, 'C')).toBeNull();
    expect(stockPage(anybody, pollId, 'D')).toBeNull();
    expect(signUpToVote(anybody, pollId, 'a@b.example')).toEqual({ ok: false, reason: 'not-found' });
    expect(handOutStraw(anybody, pollId, null)).toEqual({ ok: false, reason: 'not-found' });
  });
});

describe('signing up by e-mail', () => {
  it('sends each address one code, and the same one again, in the language it was asked in', async () => {
    const evening = withOpenVote({}, 12, BOTH);
    const pollId = pollIdOf(evening);
    const { world } = evening;
    mustBe(signUpToVote({ ...world.as(null), language: 'ar' }, pollId, 'nura@people.example'));
    world.pass(SAME_PRESS);
    mustBe(signUpToVote(world.as(null), pollId, 'Nura+again@People.example'));
    mustBe(signUpToVote(world.as(null), pollId, 'yusra@people.example'));
    expect(world.db.select().from(signUp).all()).toHaveLength(2);
    // The envelope of a letter says where it goes; before there is one, nothing here does.
    const before = copyOf(evening);
    const nura = await codesMailed(evening, 'nura@people.example');
    const [yusra = ''] = await codesMailed(evening, 'yusra@people.example');
    expect(nura).toHaveLength(2);
    expect(new Set([...nura, yusra]).size).toBe(2);
    const [letter] = await lettersTo(evening, 'nura@people.example');
    expect(letter?.subject).toContain('رمزكم');
    for (const address of ['nura@people', 'yusra@people']) expect(before).not.toContain(address);
    for (const code of [...nura, yusra]) {
      expect(copyOf(evening).includes(code)).toBe(false);
      expect(copyOf(evening).includes(code.replaceAll('-', ''))).toBe(false);
    }
  });

  it('is at the place of its code for good, and nobody else is', () => {
    const evening = withOpenVote({}, 12, BOTH);
    const { $client: sqlite } = evening.world.db;
    mustBe(signUpToVote(evening.world.as(null), pollIdOf(evening), 'nura@people.example'));
    expect(() => sqlite.exec("UPDATE sign_up SET sealed = 'x'")).toThrow('stays who it is');
    const copied = (place: string) =>
      sqlite.exec(`INSERT INTO sign_up SELECT 'other', event_id, ${place}, sealed, 'x', language FROM sign_up`);
    expect(() => copied('2')).toThrow('the code handed out last');
    expect(() => copied('1')).toThrow('UNIQUE');
  });

  it('casts no ballot of another level: neither a code for anybody as a sheet, nor a sheet as one', async () => {
    const evening = withOpenVote({}, 12, BOTH);
    mustBe(signUpToVote(evening.world.as(null), pollIdOf(evening), 'nura@people.example'));
    const [code = ''] = await codesMailed(evening, 'nura@people.example');
    const asSheet = phoneBallot({ ...evening, sheets: [code] }, 0, [1]);
    expect(await castVote(evening.world.as(null), asSheet)).toEqual({ ok: false, reason: 'bad-ballot' });
    const { r, ...sheet } = phoneBallot(evening, 1, [1]);
    const body = sheet.body.replace('"level":"A"', '"level":"C"');
    const promised = mustBe(boardOf(ballotBoxOf(evening.world), pollIdOf(evening))).manifestHash;
    const leaf = toHex(
      leafOf(sheet.pollId, fromHex(promised, 32) ?? new Uint8Array(), fromHex(r, 16) ?? new Uint8Array(), body),
    );
    const asCode = { ...sheet, r, body, leaf };
    expect(await castVote(evening.world.as(null), asCode)).toEqual({ ok: false, reason: 'bad-ballot' });
    expect(ledgerOf(evening).map(({ used }) => used)).toEqual([0, 0, 0]);
  });

  it('votes once with it, at its own level', async () => {
    const evening = withOpenVote({}, 12, BOTH);
    mustBe(await voteByMail(evening, 'nura@people.example', [1]));
    const [code = ''] = await codesMailed(evening, 'nura@people.example');
    expect(await castWith(evening, code, [2])).toEqual({ ok: false, reason: 'already-used' });
    expect(lineOf(evening, 'C')).toEqual({ level: 'C', issued: 12, used: 1, unused: 11, voided: 0 });
  });

  it('answers alike whatever an address has done, and writes to none too often', async () => {
    const evening = withOpenVote({}, 12, BOTH);
    const pollId = pollIdOf(evening);
    const ask = () => signUpToVote(evening.world.as(null), pollId, 'often@people.example');
    const answers = Array.from({ length: LETTERS_MAX + 2 }, () => {
      evening.world.pass(SAME_PRESS);
      return ask();
    });
    expect(answers).toEqual(answers.map(() => ({ ok: true, value: 'received' })));
    expect(await codesMailed(evening, 'often@people.example')).toHaveLength(LETTERS_MAX);
    evening.world.pass(HOUR);
    ask();
    expect(await codesMailed(evening, 'often@people.example')).toHaveLength(LETTERS_MAX + 1);
  });

  it('writes once for one press, and to one mailbox however its address is written', async () => {
    const evening = withOpenVote({}, 12, BOTH);
    const ask = (address: string) => signUpToVote(evening.world.as(null), pollIdOf(evening), address);
    mustBe(ask('nura@gmail.com'));
    mustBe(ask('nura@gmail.com'));
    expect(await codesMailed(evening, 'nura@gmail.com')).toHaveLength(1);
    for (const address of ['n.u.r.a@gmail.com', 'nura+1@gmail.com', 'nura+2@googlemail.com', 'NURA@gmail.com']) {
      evening.world.pass(SAME_PRESS);
      mustBe(ask(address));
    }
    expect(evening.world.db.select().from(signUp).all()).toHaveLength(1);
    expect(await codesMailed(evening, 'nura@gmail.com')).toHaveLength(LETTERS_MAX);
  });

  it('waits behind all other letters; codes to sign in and the seal wait behind none', async () => {
    const evening = withOpenVote({}, 12, BOTH);
    const { world } = evening;
    mustBe(signUpToVote(world.as(null), pollIdOf(evening), 'nura@people.example'));
    await lettersTo(evening, 'nura@people.example');
    mustBe(evening.press('close-vote'));
    mustBe(requestSignInCode(world.as(null), 'bo@people.example'));
    await lettersTo(evening, 'bo@people.example');
    const turns = (kind: string) =>
      world.db
        .selectDistinct({ turn: message.turn })
        .from(message)
        .innerJoin(outboxPromise, eq(outboxPromise.id, message.promiseId))
        .where(eq(outboxPromise.kind, kind))
        .all();
    expect(turns('vote-signed-up')).toEqual([{ turn: 2 }]);
    expect(turns('vote-closed')).toEqual([{ turn: 0 }]);
    expect(turns('sign-in-code-requested')).toEqual([{ turn: 0 }]);
  });

  it('says when the vote ends, and writes no code once it has', async () => {
    const evening = withOpenVote({}, 12, BOTH);
    mustBe(signUpToVote(evening.world.as(null), pollIdOf(evening), 'nura@people.example'));
    const [letter] = await lettersTo(evening, 'nura@people.example');
    expect(letter?.text).toMatch(/The end is called in the hall\. The latest moment is .*\d{2}:\d{2}/);
    mustBe(signUpToVote(evening.world.as(null), pollIdOf(evening), 'late@people.example'));
    mustBe(evening.press('close-vote'));
    expect(await lettersTo(evening, 'late@people.example')).toEqual([]);
  });

  it('writes to everybody once no code is left: theirs again to those who have one, and that there is none', async () => {
    const evening = withOpenVote({}, 12, { C: 10 });
    const pollId = pollIdOf(evening);
    const anybody = evening.world.as(null);
    for (const address of people(0, 10)) mustBe(signUpToVote(anybody, pollId, address));
    expect(signUpToVote(anybody, pollId, 'late@people.example')).toEqual({ ok: true, value: 'received' });
    const before = copyOf(evening);
    const [late] = await lettersTo(evening, 'late@people.example');
    expect(late?.subject).toMatch(/^No code is left for /);
    expect(before).not.toContain('late@people');
    evening.world.pass(SAME_PRESS);
    mustBe(signUpToVote(evening.world.as(null), pollId, 'person3@people.example'));
    const codes = await codesMailed(evening, 'person3@people.example');
    expect(codes).toHaveLength(2);
    expect(new Set(codes).size).toBe(1);
  });

  it('takes so many a minute and no more, whoever asks', () => {
    const evening = withOpenVote({}, 12, { C: 500 });
    const pollId = pollIdOf(evening);
    const ask = (address: string) => signUpToVote(evening.world.as(null), pollId, address);
    for (const address of people(0, SIGN_UPS_MAX)) mustBe(ask(address));
    expect(ask('one-more@people.example')).toEqual({ ok: false, reason: 'too-many' });
    expect(ask('person1@people.example')).toEqual({ ok: false, reason: 'too-many' });
    evening.world.pass(MINUTE);
    expect(ask('one-more@people.example').ok).toBe(true);
  });

  it('lets nobody who asks again and again take what all have together', () => {
    const evening = withOpenVote({}, 12, { C: 500 });
    const ask = (address: string) => signUpToVote(evening.world.as(null), pollIdOf(evening), address);
    for (let time = 0; time < SIGN_UPS_MAX + 10; time += 1) mustBe(ask('often@people.example'));
    // The first, and as many again as are let through in a minute: a flood writes nothing more.
    expect(askingsIn(evening)).toBe(1 + SIGN_UPS_MAX);
    expect(ask('nura@people.example')).toEqual({ ok: true, value: 'received' });
    expect(evening.world.db.select().from(signUp).all()).toHaveLength(2);
  });

  it('gives out codes while the vote is open, and at no other time', () => {
    const before = withSheets({}, 12, BOTH);
    expect(stockPage(before.world.as(null), pollIdOf(before), 'C')).toBeNull();
    const evening = withOpenVote({}, 12, BOTH);
    const pollId = pollIdOf(evening);
    const late = { ...evening.world.as(null), now: evening.world.now() + DAY };
    expect(signUpToVote(late, pollId, 'a@people.example')).toEqual({ ok: false, reason: 'not-open' });
    expect(handOutStraw(late, pollId, null)).toEqual({ ok: false, reason: 'not-open' });
    mustBe(evening.press('close-vote'));
    const anybody = evening.world.as(null);
    expect(stockPage(anybody, pollId, 'C')?.standing).toBe('over');
    expect(signUpToVote(anybody, pollId, 'a@people.example')).toEqual({ ok: false, reason: 'not-open' });
    expect(handOutStraw(anybody, pollId, null)).toEqual({ ok: false, reason: 'not-open' });
  });

  it('is forgotten when the day is over, certified or not', async () => {
    const evening = withOpenVote({}, 12, BOTH);
    const { world } = evening;
    mustBe(await voteByMail(evening, 'nura@people.example', [1]));
    expect(() => world.db.$client.exec('DELETE FROM sign_up')).toThrow('nobody who has signed up');
    await castAll(evening, [[1], [1]]);
    reveal(evening);
    expect(world.db.select().from(signUp).all()).toHaveLength(1);
    forgetRolls(world.as(null));
    expect(world.db.select().from(signUp).all()).toEqual([]);
    expect(askingsIn(evening)).toBe(1);
    world.pass(DAY + HOUR);
    forgetRolls(world.as(null));
    expect(askingsIn(evening)).toBe(0);
  });
});

describe('handing out', () => {
  it('gives each address one code and nobody a second, in whatever order people ask', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 10, max: 14 }),
        fc.array(fc.oneof(fc.constant('straw'), fc.nat(17).map(String)), { maxLength: 40 }),
        async (size, asked) => {
          const evening = withOpenVote({}, 12, { C: size, D: size });
          const pollId = pollIdOf(evening);
          const straws: string[] = [];
          for (const who of asked) {
            evening.world.pass(MINUTE / 10);
            if (who !== 'straw') mustBe(signUpToVote(evening.world.as(null), pollId, `p${who}@people.example`));
            else {
              const handed = handOutStraw(evening.world.as(null), pollId, null);
              expect(handed.ok).toBe(straws.length < size);
              if (handed.ok) straws.push(handed.value);
            }
          }
          const addresses = [...new Set(asked.filter((who) => who !== 'straw'))];
          const mailed: string[][] = [];
          for (const who of addresses) mailed.push(await codesMailed(evening, `p${who}@people.example`));
          for (const [place, codes] of mailed.entries()) expect(new Set(codes).size).toBe(place < size ? 1 : 0);
          const codes = [...straws, ...mailed.flatMap(([code]) => code ?? [])];
          expect(new Set(codes).size).toBe(codes.length);
          const issued = deskOf(evening.world.as(evening.round.staff.Grace ?? null), evening.callId)?.poll?.stocks;
          expect(issued?.map(({ ledger }) => ledger?.unused)).toEqual([size, size]);
        },
      ),
      { numRuns: 8 },
    );
  });
});

describe('the straw poll', () => {
  it('gives a browser one code, and the same one however often it asks', () => {
    const evening = withOpenVote({}, 12, BOTH);
    const pollId = pollIdOf(evening);
    const anybody = evening.world.as(null);
    const first = mustBe(handOutStraw(anybody, pollId, null));
    const kept = showBallotCode({ secret: first, level: 'D' });
    expect(handOutStraw(anybody, pollId, kept)).toEqual({ ok: true, value: first });
    expect(mustBe(handOutStraw(anybody, pollId, null))).not.toBe(first);
    // What a browser claims to have, and nobody gave it, is nothing; nor is the code of a sheet one of a straw poll.
    const madeUp = showBallotCode({ secret: '0'.repeat(23), level: 'D' });
    for (const claimed of [madeUp, evening.sheets[0] ?? '', 'nonsense', ''])
      expect(mustBe(handOutStraw(anybody, pollId, claimed))).not.toBe(first);
    expect(stockPage(anybody, pollId, 'D')?.isEmpty).toBe(false);
  });

  it('gives one code for one press that is sent twice, and another for the next', () => {
    const evening = withOpenVote({}, 12, BOTH);
    const pollId = pollIdOf(evening);
    const [press, next] = [evening.world.as(null).newId(), evening.world.as(null).newId()];
    const hand = (pressed: string | null) => mustBe(handOutStraw(evening.world.as(null), pollId, null, pressed));
    const first = hand(press);
    expect(hand(press)).toBe(first);
    expect(hand(next)).not.toBe(first);
    evening.world.pass(PRESS_KEPT);
    expect(hand(press)).not.toBe(first);
  });

  it('says so when all are given out', () => {
    const evening = withOpenVote({}, 12, { D: 10 });
    const pollId = pollIdOf(evening);
    const codes = Array.from({ length: 10 }, () => mustBe(handOutStraw(evening.world.as(null), pollId, null)));
    expect(new Set(codes).size).toBe(10);
    expect(handOutStraw(evening.world.as(null), pollId, null)).toEqual({ ok: false, reason: 'none-left' });
    const kept = showBallotCode({ secret: codes[4] ?? '', level: 'D' });
    expect(handOutStraw(evening.world.as(null), pollId, kept)).toEqual({ ok: true, value: codes[4] });
  });

  it('is not emptied by one script at once', () => {
    const evening = withOpenVote({}, 12, { D: 500 });
    const pollId = pollIdOf(evening);
    const ask = () => handOutStraw(evening.world.as(null), pollId, null);
    for (let asked = 0; asked < STRAWS_MAX; asked += 1) mustBe(ask());
    expect(ask()).toEqual({ ok: false, reason: 'too-many' });
    evening.world.pass(MINUTE);
    expect(ask().ok).toBe(true);
  });
});

describe('the result', () => {
  it('is that of the room, although far more people beside it chose another', async () => {
    const evening = withOpenVote({}, 12, { C: 30, D: 30 });
    const pollId = pollIdOf(evening);
    await castAll(
      evening,
      Array.from({ length: 10 }, () => [1]),
    );
    const before = turnoutOf(ballotBoxOf(evening.world), pollId);
    for (const address of people(0, 11)) mustBe(await voteByMail(evening, address, [2]));
    for (let voter = 0; voter < 13; voter += 1) mustBe(await voteByStraw(evening, [2, 3]));
    expect(turnoutOf(ballotBoxOf(evening.world), pollId)).toEqual(before);
    reveal(evening);
    const vote = publicVoteOf(evening.world.as(null), evening.callId);
    expect(vote?.ballots).toBe(10);
    expect(Object.values(vote?.approvals ?? {}).sort()).toEqual([0, 0, 0, 10]);
    const page = boardPage(evening.world.as(null), pollId, null);
    expect(page?.result?.options[0]?.approvals).toBe(10);
    expect(page?.result?.byLevel).toEqual([{ level: 'A', ballots: 10 }]);
    const shown = page?.result?.apart.map(({ level, ballots, codes, options }) => ({
      ...{ level, ballots, codes },
      votes: options?.map(({ approvals }) => approvals),
    }));
    expect(shown).toEqual([
      {
        level: 'C',
        ballots: 11,
        codes: { issued: 30, used: 11, unused: 19, voided: 0, handed: 11 },
        votes: [11, 0, 0, 0],
      },
      {
        level: 'D',
        ballots: 13,
        codes: { issued: 30, used: 13, unused: 17, voided: 0, handed: 13 },
        votes: [13, 13, 0, 0],
      },
    ]);
    expect(page?.result?.options[0]?.title).not.toBe(page?.result?.apart[0]?.options?.[0]?.title);
    const stage = stageView(evening.world.as(null), evening.eventId);
    expect(stage?.poll?.result?.ballots).toBe(10);
    expect(stage?.poll?.apart.map(({ level, ballots }) => [level, ballots])).toEqual([
      ['C', 11],
      ['D', 13],
    ]);
    for (const line of ledgerOf(evening)) expect(line.issued).toBe(line.used + line.unused + line.voided);
  });
});

describe('what few people chose beside the result', () => {
  it.each([
    [9, null],
    [10, [10, 10, 0, 0]],
  ])('of %i ballots is %j on the wall and on the board', async (voters, votes) => {
    const evening = withOpenVote({}, 12, { D: 15, C: 12 });
    for (let voter = 0; voter < voters; voter += 1) mustBe(await voteByStraw(evening, [1, 2]));
    reveal(evening);
    const pollId = pollIdOf(evening);
    const anybody = evening.world.as(null);
    const page = boardPage(anybody, pollId, null)?.result?.apart ?? [];
    for (const apart of [page, stageView(anybody, evening.eventId)?.poll?.apart ?? []]) {
      const shown = apart.map(({ level, ballots, options }) => ({
        ...{ level, ballots },
        votes: options?.map(({ approvals }) => approvals) ?? null,
      }));
      expect(shown).toEqual([
        { level: 'C', ballots: 0, votes: null },
        { level: 'D', ballots: voters, votes },
      ]);
    }
    // Who recounts needs every ballot: the file has them, and the page says so.
    const board = mustBe(boardOf(ballotBoxOf(evening.world), pollId));
    expect(board.revealed?.result.apart[1]).toMatchObject({ ballots: voters, approvals: { length: 4 } });
  });
});

/** How many times the portal knows of when somebody asked for a code. */
function askingsIn({ world }: PitchEvening): number {
  const kinds = world.db.select().from(outboxPromise).all();
  return kinds.filter(({ kind }) => kind === 'vote-signed-up').length;
}

/** Whatever stands in the two databases. */
function copyOf({ world }: PitchEvening): string {
  return world.db.$client.serialize().toString('latin1') + world.votes.serialize().toString('latin1');
}
