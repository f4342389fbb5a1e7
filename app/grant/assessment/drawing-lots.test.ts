import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Id } from '#app/kernel/id.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { endMeeting } from './commands/conduct-meeting.server.ts';
import { declareConflicts } from './commands/declare-conflicts.server.ts';
import { fixLottery } from './commands/fix-lottery.server.ts';
import { lockShortlist } from './commands/lock-shortlist.server.ts';
import { openMeeting } from './commands/open-meeting.server.ts';
import { releaseShortlist } from './commands/release-shortlist.server.ts';
import { fillShortlist } from './commands/save-pending-shortlist.server.ts';
import { typeThrow } from './commands/type-throw.server.ts';
import { agreeOnShortlist, answerAsItIs, chooseShortlist } from './decide-by-two.testing.ts';
import { lotsToRead } from './queries/lots-to-read.server.ts';
import { chosenByLot, lotteryDesk, publishedLottery, witnessOf } from './queries/lottery.server.ts';
import { announcedRule } from './queries/panel-rule.server.ts';
import { shortlistCheck } from './queries/shortlist-check.server.ts';
import { shortlistDesk } from './queries/shortlist-desk.server.ts';
import { tied } from './tied-panel.testing.ts';
import { must } from './trial-panel.testing.ts';

const THROWN = '13526 46132 55412 63342';

/** The same with an answer to the fairness check, and everything that a lock asks for. */
function deciding(world: TestWorld) {
  const round = tied(world);
  const { call, grace, applications } = round;
  must(answerAsItIs(world.as(grace), call.id));
  const choices = (places: number) =>
    Object.values(applications).map((applicationId, at) => ({
      applicationId,
      decision: at < places ? ('shortlisted' as const) : ('not-shortlisted' as const),
      reason: 'Grace explains it.',
    }));
  return { ...round, choices, lock: () => lockShortlist(world.as(grace), call.id, null) };
}

describe('drawing lots among those that the scores cannot tell apart', () => {
  it('is done by two people who read the same, among a list that was fixed before', () => {
    const world = testWorld();
    const { call, grace, daniel } = tied(world);
    const { toChoose, reaching } = lotteryDesk(world.as(grace), call.id) ?? {};
    expect(toChoose).toBeGreaterThan(0);
    expect(reaching).toBe(12);
    must(fixLottery(world.as(grace), call.id));
    expect(fixLottery(world.as(grace), call.id)).toMatchObject({ reason: 'already-fixed' });
    expect(typeThrow(world.as(grace), call.id, THROWN)).toEqual({ ok: true, value: 'first' });
    expect(chosenByLot(world.as(null), call.id)).toBeNull();
    world.pass(1000);
    expect(typeThrow(world.as(grace), call.id, THROWN)).toEqual({ ok: true, value: 'first' });
    expect(typeThrow(world.as(daniel), call.id, `${THROWN.slice(1)}1`)).toEqual({ ok: true, value: 'differs' });
    expect(lotteryDesk(world.as(grace), call.id)?.typed).toEqual({ people: 2, byMe: true, differs: true });
    world.pass(1000);
    const misread = 'I misread one number.';
    expect(typeThrow(world.as(daniel), call.id, THROWN, misread)).toEqual({ ok: true, value: 'drawn' });
    expect(chosenByLot(world.as(null), call.id)?.size).toBe(toChoose);
    expect(typeThrow(world.as(grace), call.id, THROWN)).toMatchObject({ reason: 'already-drawn' });
  });

  it('waits on the page of payments for whoever has still to read the dice, and again where two differ', () => {
    const world = testWorld();
    const { call, grace, daniel, bo } = tied(world);
    const waitsFor = () => [grace, daniel, bo].map((personId) => lotsToRead(world.as(personId), [call.id]).length);
    expect(waitsFor()).toEqual([0, 0, 0]);
    must(fixLottery(world.as(grace), call.id));
    expect(waitsFor()).toEqual([1, 1, 0]);
    must(typeThrow(world.as(grace), call.id, THROWN));
    expect(waitsFor()).toEqual([0, 1, 0]);
    world.pass(1000);
    must(typeThrow(world.as(daniel), call.id, `${THROWN.slice(1)}1`));
    expect(waitsFor()).toEqual([1, 1, 0]);
    world.pass(1000);
    must(typeThrow(world.as(daniel), call.id, THROWN, 'I misread.'));
    expect(waitsFor()).toEqual([0, 0, 0]);
  });

  it('can be found by everybody from the page about the order, once the list is fixed', () => {
    const world = testWorld();
    const { call, grace } = tied(world);
    expect(announcedRule(world.as(null), call.slug)?.hasLottery).toBe(false);
    must(fixLottery(world.as(grace), call.id));
    expect(announcedRule(world.as(null), call.slug)?.hasLottery).toBe(true);
  });

  it('draws nothing before the list is fixed, nor what is no throw', () => {
    const world = testWorld();
    const { call, grace } = tied(world);
    expect(typeThrow(world.as(grace), call.id, THROWN)).toMatchObject({ reason: 'not-fixed' });
    must(fixLottery(world.as(grace), call.id));
    expect(typeThrow(world.as(grace), call.id, '12345')).toMatchObject({ reason: 'unreadable' });
  });

  it('is for the partner’s own staff who do not sit on the panel', () => {
    const world = testWorld();
    const { call, grace, bo, daniel } = tied(world);
    expect(witnessOf(world.as(grace), call.id)).toBe(grace);
    expect(witnessOf(world.as(daniel), call.id)).toBe(daniel);
    for (const personId of [bo, world.person('Amina'), null]) {
      expect(lotteryDesk(world.as(personId), call.id)).toBeNull();
      expect(fixLottery(world.as(personId), call.id)).toMatchObject({ reason: 'not-found' });
      expect(typeThrow(world.as(personId), call.id, THROWN)).toMatchObject({ reason: 'not-found' });
    }
    // Who pays reads the dice, and does not choose what is drawn among.
    expect(fixLottery(world.as(daniel), call.id)).toMatchObject({ reason: 'not-found' });
  });

  it('gives no lot and no place to an application that does not fit the rules of the call', () => {
    const world = testWorld();
    const { call, grace, applications } = tied(world);
    const before = lotteryDesk(world.as(grace), call.id);
    const amina = applications.Amina ?? '';
    const reason = 'The work is already paid for.';
    must(chooseShortlist(world.as(grace), call.id, [{ applicationId: amina, decision: 'ineligible', reason }]));
    expect(lotteryDesk(world.as(grace), call.id)).toMatchObject({ toChoose: before?.toChoose, reaching: 11 });
    const row = shortlistDesk(world.as(grace), call.id, null)?.rows.at(-1);
    expect(row).toMatchObject({ applicationId: amina, rank: null, sheets: 1, isProposed: false });
    must(fixLottery(world.as(grace), call.id));
    const references = lotteryDesk(world.as(grace), call.id)?.lottery?.references;
    expect(references).toHaveLength(11);
    expect(references).not.toContain(row?.reference);
  });

  it('stays as it was when scores change later, says so, and gives no place to one without a score', () => {
    const world = testWorld();
    const { call, grace, daniel, bo, applications } = tied(world);
    must(fixLottery(world.as(grace), call.id));
    for (const personId of [grace, daniel]) must(typeThrow(world.as(personId), call.id, THROWN));
    const desk = () => shortlistDesk(world.as(grace), call.id, null);
    const proposed = () => desk()?.rows.flatMap((row) => (row.isProposed ? [row.applicationId] : [])) ?? [];
    const chosen = chosenByLot(world.as(null), call.id) ?? new Set();
    expect(new Set(proposed())).toEqual(chosen);
    expect([desk()?.haveLotsAged, lotteryDesk(world.as(grace), call.id)?.hasAged]).toEqual([false, false]);
    const [lucky = ''] = chosen;
    const unlucky = Object.values(applications).filter((id) => !chosen.has(id));
    const reason = 'We are cousins.';
    // With so few left everybody would be clear of the line by the ranking of now.
    const ties = [lucky, ...unlucky.slice(1)].map((applicationId) => ({ applicationId, reason }));
    must(declareConflicts(world.as(bo), call.id, ties));
    expect(new Set(proposed())).toEqual(new Set([...chosen].filter((id) => id !== lucky)));
    expect([desk()?.haveLotsAged, lotteryDesk(world.as(grace), call.id)?.hasAged]).toEqual([true, true]);
  });

  it('is only done where the call announced it', () => {
    const world = testWorld();
    const { call, grace } = tied(world, 'discussion');
    expect(fixLottery(world.as(grace), call.id)).toMatchObject({ reason: 'not-announced' });
  });

  it('is not done while the panel meets, whose scores still change', () => {
    const world = testWorld();
    const { call, grace } = tied(world);
    must(openMeeting(world.as(grace), call.id));
    expect(fixLottery(world.as(grace), call.id)).toMatchObject({ reason: 'panel-meets' });
    must(endMeeting(world.as(grace), call.id));
    must(fixLottery(world.as(grace), call.id));
  });

  it('shows everybody the fingerprint of the list before the throw, and no more until the letters are out', () => {
    const world = testWorld();
    const { call, grace, daniel } = tied(world);
    expect(publishedLottery(world.as(null), call.slug)).toBeNull();
    must(fixLottery(world.as(grace), call.id));
    const before = publishedLottery(world.as(null), call.slug)?.lottery;
    expect(before).toMatchObject({ entries: 12, references: null, drawn: null });
    for (const personId of [grace, daniel]) typeThrow(world.as(personId), call.id, THROWN);
    const after = publishedLottery(world.as(null), call.slug)?.lottery;
    expect(after).toEqual(before);
  });

  it('shows everybody every throw that was given up, and why: at once without the numbers, and with them in the end', () => {
    const world = testWorld();
    const { call, grace, daniel, choices, lock } = deciding(world);
    must(fixLottery(world.as(grace), call.id));
    const shown = () => publishedLottery(world.as(null), call.slug)?.lottery.givenUp;
    const [fell, own] = [`${THROWN.slice(1)}1`, `${THROWN.slice(1)}2`];
    const type = (personId: Id, thrown: string, why?: string) => typeThrow(world.as(personId), call.id, thrown, why);
    const fellAt = world.now();
    must(type(grace, fell));
    expect(shown()).toEqual([]);
    world.pass(1000);
    expect(type(grace, THROWN)).toMatchObject({ reason: 'why-missing' });
    must(type(grace, THROWN, 'A die fell off the table.'));
    const first = { typedAt: fellAt, person: 1, why: 'A die fell off the table.' };
    expect(shown()).toEqual([{ ...first, thrown: null }]);
    world.pass(1000);
    must(type(daniel, own));
    expect(shown()).toHaveLength(1);
    // What Grace has given up cannot be drawn from any more.
    world.pass(1000);
    expect(type(daniel, fell, 'I misread.')).toEqual({ ok: true, value: 'differs' });
    world.pass(1000);
    expect(type(daniel, THROWN, 'I misread.')).toEqual({ ok: true, value: 'drawn' });
    const size = lotteryDesk(world.as(grace), call.id)?.lottery?.places ?? 0;
    const chosen = chosenByLot(world.as(null), call.id) ?? new Set();
    expect(chosen.size).toBe(size);
    must(
      chooseShortlist(
        world.as(grace),
        call.id,
        choices(0).map((one) => ({
          ...one,
          decision: chosen.has(one.applicationId) ? ('shortlisted' as const) : ('not-shortlisted' as const),
        })),
      ),
    );
    must(lock());
    must(agreeOnShortlist(world.as(daniel), call.id));
    must(releaseShortlist(world.as(grace), call.id));
    expect(shown()?.map(({ person, thrown, why }) => [person, thrown?.slice(-1), why])).toEqual([
      [1, '1', 'A die fell off the table.'],
      [2, '2', 'I misread.'],
      [2, '1', 'I misread.'],
    ]);
    expect(publishedLottery(world.as(null), call.slug)?.lottery.drawn?.salt).toMatch(/^[0-9a-z]{20}$/);
  });

  it('takes nothing in once the decision is locked, whoever asks the database', () => {
    const world = testWorld();
    const { call, grace, daniel, choices, lock } = deciding(world);
    must(fixLottery(world.as(grace), call.id));
    const insert = world.db.$client.prepare("insert into lottery_throw select id, ?, '1', ?, 'why' from panel_lottery");
    const again = world.db.$client.prepare(
      "insert into panel_lottery (id, call_id, run_id, places, entries, entries_hash, fixed_at, fixed_by) select 'other', call_id, run_id, 1, '[]', '', 1, fixed_by from panel_lottery",
    );
    expect(insert.run(world.person('Somebody'), 1).changes).toBe(1);
    for (const personId of [grace, daniel]) must(typeThrow(world.as(personId), call.id, THROWN));
    must(chooseShortlist(world.as(grace), call.id, choices(5)));
    must(lock());
    expect(() => insert.run(world.person('Somebody'), 2)).toThrow('lots are drawn before the decision is locked');
    expect(() => again.run()).toThrow('lots are drawn before the decision is locked');
    const late = (sql: string) => () => world.db.$client.exec(sql);
    expect(late("update panel_lottery set thrown = '2'")).toThrow('lots are drawn before the decision is locked');
    expect(late('delete from panel_lottery')).toThrow('a lottery is fixed before the throw');
    expect(late('delete from lottery_throw')).toThrow('what was read off the dice is kept');
    expect(late('update decision_lock set run_id = null')).toThrow('a lock is confirmed and released');
  });

  it('fixes the very list that its fingerprint is of', () => {
    const world = testWorld();
    const { call, grace } = tied(world);
    must(fixLottery(world.as(grace), call.id));
    const lottery = lotteryDesk(world.as(grace), call.id)?.lottery;
    const salt = world.db.$client.prepare('select salt from panel_lottery').pluck().get() as string;
    const parts = ['entries/v2', call.id, String(lottery?.places), salt, ...(lottery?.references ?? [])];
    const bytes = parts.flatMap((part) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(Buffer.byteLength(part));
      return [length, Buffer.from(part)];
    });
    expect(lottery?.entriesHash).toBe(createHash('sha256').update(Buffer.concat(bytes)).digest('hex'));
  });

  it('comes before the shortlist is locked: the list alone is not enough', () => {
    const world = testWorld();
    const { call, grace, daniel, choices, lock } = deciding(world);
    must(chooseShortlist(world.as(grace), call.id, choices(5)));
    expect(lock()).toMatchObject({ reason: 'lots-owed' });
    must(fixLottery(world.as(grace), call.id));
    expect(lock()).toMatchObject({ reason: 'lots-owed' });
    for (const personId of [grace, daniel]) must(typeThrow(world.as(personId), call.id, THROWN));
    must(lock());
    expect(typeThrow(world.as(grace), call.id, THROWN)).toMatchObject({ reason: 'already-drawn' });
  });

  it('leaves open whom only lots can choose: to choose them otherwise is a departure from the rule', () => {
    const world = testWorld();
    const { call, grace, daniel, choices } = deciding(world);
    const desk = (size: number | null = null) => shortlistDesk(world.as(grace), call.id, size);
    const size = desk()?.size ?? 0;
    must(fillShortlist(world.as(grace), call.id, size, false));
    expect(desk()?.whatIf).toMatchObject({ proposed: 0, undecided: 12, passedOver: 0, broughtIn: 0 });
    must(chooseShortlist(world.as(grace), call.id, choices(size)));
    expect(desk()?.whatIf).toMatchObject({ proposed: 0, broughtIn: size });
    expect(shortlistCheck(world.as(grace), call.id, null)?.whatIf).toMatchObject({ broughtIn: size });
    must(fixLottery(world.as(grace), call.id));
    for (const personId of [grace, daniel]) must(typeThrow(world.as(personId), call.id, THROWN));
    must(fillShortlist(world.as(grace), call.id, size, true));
    expect(desk()?.whatIf).toMatchObject({ proposed: size, passedOver: 0, broughtIn: 0 });
  });

  it('cannot be held again, or drawn on the word of one, through the back door', () => {
    const world = testWorld();
    const { call, grace } = tied(world);
    must(fixLottery(world.as(grace), call.id));
    const { $client } = world.db;
    expect(() => $client.exec('update panel_lottery set places = 1')).toThrow(/fixed before the throw/);
    expect(() => $client.exec('delete from panel_lottery')).toThrow(/fixed before the throw/);
    must(typeThrow(world.as(grace), call.id, THROWN));
    const thrown = THROWN.replaceAll(' ', '');
    const drawn = `update panel_lottery set thrown = '${thrown}', seed = 'x', drawn = '[]', drawn_at = 1`;
    expect(() => $client.exec(drawn)).toThrow(/two people/);
  });
});
