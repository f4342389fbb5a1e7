import { describe, expect, it } from 'vitest';
import { toHex } from '#app/kernel/hex.ts';
import { DAY, HOUR } from '#app/kernel/instant.ts';
import { showTypedCode } from '#app/kernel/typed-code.ts';
import type { Context } from '#app/platform/context.server.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { rollEntry } from '#db/schema/pitch-day-roll.ts';
import { message } from '#db/schema/platform.ts';
import { ballotBoxOf } from './ballot-box/ballot-box-of.server.ts';
import { boardOf } from './ballot-box/board.server.ts';
import { mustBe } from './ballot-box/trial-poll.testing.ts';
import { turnoutOf } from './ballot-box/turnout.server.ts';
import { castPlainVote } from './commands/cast-plain-vote.server.ts';
import { castVote } from './commands/cast-vote.server.ts';
import { fixBallotPaper, takeBackBallotPaper } from './commands/fix-ballot-paper.server.ts';
import { forgetRolls, forgetWhoAskedForPasses } from './commands/forget-rolls.server.ts';
import { issuePass } from './commands/issue-pass.server.ts';
import { makeSheets } from './commands/make-sheets.server.ts';
import { freezeVote } from './commands/settle-vote.server.ts';
import { addToRoll, chooseRemoteVote, inviteAgain, takeOffRoll } from './commands/write-roll.server.ts';
import { deskOf } from './queries/desk.server.ts';
import { passPage } from './queries/pass-page.server.ts';
import { rollPage } from './queries/roll-page.server.ts';
import {
  addressOf,
  asking,
  ballot,
  codesIn,
  type Frozen,
  frozen,
  passFor,
  withRoll,
} from './remote-evening.testing.ts';
import { readRoll } from './rules/roll-rows.ts';
import { tokenHash } from './rules/token-hash.ts';

describe('making a roll', () => {
  it('puts people on it once, and takes them off, until the vote is frozen', async () => {
    const { world, callId, grace } = withRoll('pass', 3);
    const again = readRoll(`${addressOf(0).toUpperCase()}\nnew@people.example, Nura, ar`).rows;
    expect(addToRoll(grace(), callId, again)).toEqual({ ok: true, value: { added: 1, known: 1 } });
    const page = rollPage(grace(), callId, null);
    expect(page?.voters).toHaveLength(4);
    const nura = page?.voters.find((voter) => voter.name === 'Nura');
    expect(nura).toMatchObject({ address: 'new@people.example', language: 'ar' });
    expect(takeOffRoll(grace(), callId, nura?.id ?? '').ok).toBe(true);
    expect(takeOffRoll(grace(), callId, nura?.id ?? '')).toEqual({ ok: false, reason: 'not-found' });
    expect(rollPage(world.as(null), callId, null)).toBeNull();
    expect(addToRoll(world.as(null), callId, again)).toEqual({ ok: false, reason: 'not-found' });

    const evening = await frozen();
    const grace2 = evening.grace();
    expect(addToRoll(grace2, evening.callId, again)).toEqual({ ok: false, reason: 'roll-closed' });
    const [first] = rollPage(grace2, evening.callId, null)?.voters ?? [];
    expect(takeOffRoll(grace2, evening.callId, first?.id ?? '')).toEqual({ ok: false, reason: 'roll-closed' });
    expect(() => evening.world.db.$client.exec(`DELETE FROM roll_entry`)).toThrow('the roll is closed');
    expect(() => evening.world.db.$client.exec(`UPDATE roll_entry SET code_hash = 'x'`)).toThrow('stays who it is');
  });

  it('fixes who votes together with the ballot paper, and deletes a roll that nobody votes from', () => {
    const { callId, grace } = withRoll('pass', 3);
    mustBe(fixBallotPaper(grace(), callId, []));
    expect(chooseRemoteVote(grace(), callId, 'nobody')).toEqual({ ok: false, reason: 'paper-fixed' });
    mustBe(takeBackBallotPaper(grace(), callId));
    expect(rollPage(grace(), callId, null)?.size).toBe(3);
    mustBe(chooseRemoteVote(grace(), callId, 'nobody'));
    expect(rollPage(grace(), callId, null)).toMatchObject({ size: 0, choice: 'nobody' });
    const rows = readRoll(addressOf(1)).rows;
    expect(addToRoll(grace(), callId, rows)).toEqual({ ok: false, reason: 'no-remote-vote' });
  });

  it('is not opened for fewer than ten people', () => {
    const { callId, grace } = withRoll('pass-or-code', 9);
    mustBe(fixBallotPaper(grace(), callId, []));
    mustBe(makeSheets(grace(), callId, 12));
    expect(freezeVote(grace(), callId)).toEqual({ ok: false, reason: 'roll-too-short' });
    mustBe(addToRoll(grace(), callId, readRoll('tenth@people.example').rows));
    expect(freezeVote(grace(), callId)).toEqual({ ok: true, value: 'frozen' });
  });

  it('sends everybody a letter at the freeze, with a code that no copy of a database holds', async () => {
    const { world, pollId, codes, callId, grace } = await frozen();
    expect([...codes.keys()].sort()).toEqual(Array.from({ length: 12 }, (_, place) => addressOf(place)).sort());
    expect(new Set(codes.values()).size).toBe(12);
    const copies = [world.db.$client.serialize().toString('latin1'), world.votes.serialize().toString('latin1')];
    for (const code of codes.values())
      for (const copy of copies) expect(copy.includes(code) || copy.includes(code.replaceAll('-', ''))).toBe(false);
    mustBe(freezeVote(grace(), callId));
    await keepPromises(() => world.as(null), keepers);
    expect(
      world.db
        .select()
        .from(message)
        .all()
        .filter((one) => one.recipient === addressOf(0)),
    ).toHaveLength(1);
    expect(boardOf(ballotBoxOf(world), pollId)).toMatchObject({ value: { roll: { size: 12, passes: null } } });
  });

  it('promises the letters after a crash that left only the box frozen', async () => {
    const { world, callId, grace } = withRoll('pass-or-code');
    mustBe(fixBallotPaper(grace(), callId, []));
    mustBe(makeSheets(grace(), callId, 12));
    cutInTwo(grace(), (dying) => freezeVote(dying, callId));
    expect(deskOf(grace(), callId)?.poll?.state).toBe('frozen');
    expect(invitedIn(world)).toBe(0);
    // Nobody joins a roll whose size is promised.
    expect(addToRoll(grace(), callId, readRoll('late@people.example').rows)).toMatchObject({ reason: 'roll-closed' });
    expect(freezeVote(grace(), callId)).toEqual({ ok: true, value: 'frozen' });
    expect(invitedIn(world)).toBe(12);
    await keepPromises(() => world.as(null), keepers);
    expect(codesIn(world).size).toBe(12);
  });
});

describe('getting a pass', () => {
  it('answers a double click alike, and gives nobody a second one', async () => {
    const evening = await frozen();
    const { world, pollId, codes } = evening;
    const code = codes.get(addressOf(0)) ?? '';
    const [first, second] = [await asking(evening, 1), await asking(evening, 2)];
    const issued = issuePass(world.as(null), { pollId, code, blinded: first.blinded });
    expect(issued.ok).toBe(true);
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ')}`;
    expect(issuePass(world.as(null), { pollId, code: typed, blinded: first.blinded })).toEqual(issued);
    const other = issuePass(world.as(null), { pollId, code, blinded: second.blinded });
    expect(other).toEqual({ ok: false, reason: 'already-issued' });
    expect(rollPage(evening.grace(), evening.callId, null)?.issued).toBeNull();
  });

  it('gives the pass after a crash that left only the code given up', async () => {
    const evening = await frozen('pass-or-code');
    const { world, pollId, codes } = evening;
    const code = codes.get(addressOf(0)) ?? '';
    const { blinded } = await asking(evening, 1);
    cutInTwo(world.as(null), (dying) => issuePass(dying, { pollId, code, blinded }));
    expect(entryFor(world, 0).askedHash).toBeNull();
    expect(issuePass(world.as(null), { pollId, code, blinded }).ok).toBe(true);
    expect(entryFor(world, 0).askedHash).not.toBeNull();
  });

  it('limits wrong codes for one letter, never by address, and a letter sent again forgives them', async () => {
    const evening = await frozen();
    const { world, pollId, codes, callId, grace } = evening;
    const code = codes.get(addressOf(0)) ?? '';
    const { blinded } = await asking(evening, 1);
    const ask = (typed: string) => issuePass(world.as(null), { pollId, code: typed, blinded });
    // Another secret behind the same number: what somebody would type who saw the beginning of the letter.
    const wrong = wrongCodeLike(code);
    for (let tries = 0; tries < 10; tries += 1) expect(ask(wrong)).toEqual({ ok: false, reason: 'wrong-code' });
    expect(ask(wrong)).toEqual({ ok: false, reason: 'too-many-tries' });
    expect(ask(code)).toEqual({ ok: false, reason: 'too-many-tries' });
    expect(ask(codes.get(addressOf(1)) ?? '').ok).toBe(true);
    const entry = rollPage(grace(), callId, null)?.voters.find(({ address }) => address === addressOf(0));
    expect(inviteAgain(world.as(null), callId, entry?.id ?? '')).toEqual({ ok: false, reason: 'not-found' });
    mustBe(inviteAgain(grace(), callId, entry?.id ?? ''));
    expect(ask(code).ok).toBe(true);
  });

  it('knows no pass before the freeze, in a room without a roll, after the close, or for strange bytes', async () => {
    const evening = await frozen();
    const { world, pollId, codes, press } = evening;
    const code = codes.get(addressOf(0)) ?? '';
    const { blinded } = await asking(evening, 1);
    const ask = (request: Partial<Parameters<typeof issuePass>[1]>) =>
      issuePass(world.as(null), { pollId, code, blinded, ...request });
    expect(ask({ pollId: 'nowhere' })).toEqual({ ok: false, reason: 'unknown-poll' });
    expect(ask({ code: 'x' })).toEqual({ ok: false, reason: 'wrong-code' });
    expect(ask({ blinded: 'f'.repeat(512) })).toEqual({ ok: false, reason: 'bad-request' });
    expect(ask({ blinded: 'ab' })).toEqual({ ok: false, reason: 'bad-request' });
    world.pass(24 * HOUR);
    press('open-vote');
    expect(ask({ code: codes.get(addressOf(1)) ?? '', blinded: (await asking(evening, 2)).blinded }).ok).toBe(true);
    press('close-vote');
    expect(ask({})).toEqual({ ok: false, reason: 'not-open' });

    const draft = withRoll();
    const fixed = mustBe(fixBallotPaper(draft.grace(), draft.callId, []));
    expect(passPage(draft.world.as(null), fixed.pollId)).toBeNull();
    const early = { pollId: fixed.pollId, code, blinded };
    expect(issuePass(draft.world.as(null), early)).toEqual({ ok: false, reason: 'unknown-poll' });
  });
});

describe('voting from elsewhere', () => {
  it('counts passes with the paper, once each, and leaves nothing that links a person to a ballot', async () => {
    const evening = await frozen();
    const { world, pollId, sheets, press } = evening;
    const passes = await Promise.all([0, 1, 2].map((place) => passFor(evening, addressOf(place), place + 1)));
    world.pass(24 * HOUR);
    press('open-vote');
    const cast = ballot(evening, passes[0] ?? { token: '' }, 1, 'B');
    const receipt = await castVote(world.as(null), cast);
    expect(receipt.ok).toBe(true);
    expect(await castVote(world.as(null), cast)).toEqual(receipt);
    const again = await castVote(world.as(null), ballot(evening, passes[0] ?? { token: '' }, 9, 'B'));
    expect(again).toEqual({ ok: false, reason: 'already-used' });
    expect((await castVote(world.as(null), ballot(evening, passes[1] ?? { token: '' }, 2, 'B'))).ok).toBe(true);
    for (const [place, token] of sheets.slice(0, 10).entries())
      mustBe(await castVote(world.as(null), ballot(evening, { token }, 20 + place, 'A')));
    expect(turnoutOf(ballotBoxOf(world), pollId)).toEqual({ cast: 12, issued: 24 });
    press('close-vote');
    press('reveal');
    const board = mustBe(boardOf(ballotBoxOf(world), pollId));
    expect(board.roll).toMatchObject({ size: 12, passes: { issued: 3 } });
    expect(board.revealed?.passes).toHaveLength(2);
    expect(board.revealed?.result.counted.ballots).toBe(12);
    expect(rollPage(evening.grace(), evening.callId, null)?.issued).toBe(3);

    const [portal, votes] = [world.db.$client.serialize(), world.votes.serialize()];
    const holds = (copy: Buffer, hex: string) =>
      copy.includes(Buffer.from(hex, 'hex')) || copy.includes(hex) || copy.includes(hex.toUpperCase());
    for (const [place, { token, signature, blinded }] of passes.entries()) {
      const bare = token.replaceAll('-', '').slice(0, 20);
      const hash = toHex(tokenHash(pollId, bare));
      expect([votes.includes(addressOf(place)), holds(votes, blinded)]).toEqual([false, false]);
      expect([portal.includes(bare), portal.includes(token), votes.includes(bare)]).toEqual([false, false, false]);
      expect([holds(portal, hash), holds(portal, signature)]).toEqual([false, false]);
      expect(holds(votes, hash)).toBe(place < 2);
      const { codeHash, askedHash, contactHash } = entryFor(world, place);
      for (const known of [codeHash, askedHash ?? 'none', contactHash]) expect(holds(votes, known)).toBe(false);
    }
  });

  it('takes the code of a letter by itself where that was chosen, or a pass, and never both', async () => {
    const evening = await frozen('pass-or-code');
    const { world, pollId, codes, press } = evening;
    const [first = '', second = '', third = ''] = [0, 1, 2].map((place) => codes.get(addressOf(place)) ?? '');
    const pass = await passFor(evening, addressOf(0), 1);
    world.pass(24 * HOUR);
    press('open-vote');
    const cast = (token: string, seed: number, signature?: string) =>
      castVote(
        world.as(null),
        ballot(evening, { token, ...(signature ? { signature } : {}) }, seed, signature ? 'B' : 'B-'),
      );
    expect(await cast(first, 1)).toEqual({ ok: false, reason: 'void-token' });
    expect((await cast(pass.token, 2, pass.signature)).ok).toBe(true);
    expect((await cast(second, 3)).ok).toBe(true);
    expect(await cast(second, 4)).toEqual({ ok: false, reason: 'already-used' });
    const late = issuePass(world.as(null), { pollId, code: second, blinded: (await asking(evening, 5)).blinded });
    expect(late).toEqual({ ok: false, reason: 'voted-directly' });
    const plain = { pollId, token: third, choices: [1], serverRandom: '0'.repeat(32), words: ['red', 'kite'] as const };
    expect((await castPlainVote(world.as(null), plain)).ok).toBe(true);
    expect(turnoutOf(ballotBoxOf(world), pollId)).toEqual({ cast: 3, issued: 24 });
    press('close-vote');
    press('reveal');
    const board = mustBe(boardOf(ballotBoxOf(world), pollId));
    expect(board.roll).toMatchObject({ size: 12, passes: { issued: 1 } });
    expect(board.issued.map(({ level, count }) => [level, count])).toEqual([
      ['A', 12],
      ['B-', 12],
    ]);
    expect(board.revealed?.voidTokens).toHaveLength(1);
    expect(board.revealed?.result.counted.ballots).toBe(3);
  });

  it('forgets who was on the roll thirty days after the vote, certified or not, and keeps the numbers', async () => {
    const evening = await frozen();
    const { world, pollId, press, callId, grace } = evening;
    await passFor(evening, addressOf(0), 1);
    world.pass(24 * HOUR);
    for (const button of ['open-vote', 'close-vote', 'reveal'] as const) press(button);
    world.pass(29 * DAY);
    forgetRolls(world.as(null));
    expect(rollPage(grace(), callId, null)?.size).toBe(12);
    world.pass(2 * DAY);
    forgetRolls(world.as(null));
    expect(rollPage(grace(), callId, null)?.size).toBe(0);
    expect(boardOf(ballotBoxOf(world), pollId)).toMatchObject({ value: { roll: { size: 12, passes: { issued: 1 } } } });
  });

  it('closes also where the portal came back from an older copy than the box, and says so', async () => {
    const evening = await frozen();
    const { world, pollId, press } = evening;
    const pass = await passFor(evening, addressOf(0), 1);
    world.pass(24 * HOUR);
    press('open-vote');
    mustBe(await castVote(world.as(null), ballot(evening, pass, 1, 'B')));
    world.db.$client.exec('DROP TRIGGER roll_entry_asks_once; UPDATE roll_entry SET asked_hash = NULL');
    press('close-vote');
    expect(boardOf(ballotBoxOf(world), pollId)).toMatchObject({ value: { roll: { passes: { issued: 1 } } } });
  });

  it('forgets who asked for a pass, and in which order, once the result is out', async () => {
    const evening = await frozen();
    const { world, press, callId, grace } = evening;
    const asked = [3, 1, 7];
    for (const [seed, place] of asked.entries()) await passFor(evening, addressOf(place), seed + 1);
    world.pass(24 * HOUR);
    for (const button of ['open-vote', 'close-vote'] as const) press(button);
    forgetWhoAskedForPasses(world.as(null));
    const hashes = asked.map((place) => entryFor(world, place).askedHash ?? '');
    expect(hashes.every((hash) => hash.length === 64)).toBe(true);
    const found = () => hashes.filter((hash) => world.db.$client.serialize().includes(hash));
    expect(found()).toHaveLength(3);
    press('reveal');
    forgetWhoAskedForPasses(world.as(null));
    expect(found()).toEqual([]);
    expect(asked.map((place) => entryFor(world, place).askedHash)).toEqual([null, null, null]);
    expect(rollPage(grace(), callId, null)).toMatchObject({ size: 12, issued: 3 });
    // Where rows stand in the file tells their numbers, and nothing else.
    const rows = world.db.$client.prepare('SELECT number FROM roll_entry ORDER BY rowid').pluck().all() as string[];
    expect(rows).toEqual(rows.toSorted());
  });

  it('takes no code of a letter where nobody chose that', async () => {
    const evening = await frozen();
    evening.world.pass(24 * HOUR);
    evening.press('open-vote');
    const token = evening.codes.get(addressOf(0)) ?? '';
    const refusal = await castVote(evening.world.as(null), ballot(evening, { token }, 1, 'A'));
    expect(refusal).toEqual({ ok: false, reason: 'unknown-token' });
  });
});

/** The machine stops after the ballot box has committed and before the portal has. */
function cutInTwo(context: Context, press: (dying: Context) => { readonly ok: boolean }): void {
  const dying: Context = {
    ...context,
    transact: (work) =>
      context.transact((tx) => {
        expect(work(tx).ok).toBe(true);
        throw new Error('the machine stopped');
      }),
  };
  expect(() => press(dying)).toThrow('the machine stopped');
}

function invitedIn(world: Frozen['world']): number {
  const entries = world.db.select().from(rollEntry).all();
  return entries.filter(({ invitedAt }) => invitedAt !== null).length;
}

function entryFor(world: Frozen['world'], place: number) {
  const entries = world.db.select().from(rollEntry).all();
  const found = entries.find(({ sealed }) =>
    world.secrets.open(sealed, 'roll-entry').includes(`"${addressOf(place)}"`),
  );
  if (found === undefined) throw new Error('everybody was put on the roll');
  return found;
}

/** With the same number and a check symbol that fits. */
function wrongCodeLike(code: string): string {
  const bare = code.replaceAll('-', '').slice(0, 15);
  const last = bare.endsWith('0') ? '1' : '0';
  return showTypedCode(`${bare.slice(0, 14)}${last}`, 4);
}
