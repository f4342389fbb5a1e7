import { describe, expect, it } from 'vitest';
import type { Id } from '#app/kernel/id.ts';
import { answerOf, asked } from '#test/world/ask.ts';
import { openCall } from '#test/world/trial-call.ts';
import { applicationCard } from '../application/queries/application-card.server.ts';
import { raiseTie } from '../assessment/commands/raise-tie.server.ts';
import { judgeSeats } from '../assessment/queries/judge-seats.server.ts';
import { insertMember, preparePanel } from '../assessment/store/panel.server.ts';
import { mustBe } from './ballot-box/trial-poll.testing.ts';
import { closeJudging, openJudging } from './commands/conduct-judging.server.ts';
import { type JudgedEvening, judgeAll, judgedEvening } from './judging.testing.ts';
import { withSheets } from './pitch-evening.testing.ts';
import { judgePage } from './queries/judge-page.server.ts';
import { judgingDesk } from './queries/judging-desk.server.ts';
import * as judging from './routes/judging.tsx';
import { action as autosave } from './routes/judging-autosave.ts';
import * as staffJudging from './routes/staff-judging.tsx';
import { judgeSheetsOf } from './store/judging.server.ts';

const staffOf = ({ round }: JudgedEvening) => round.staff;
const deskOf = (evening: JudgedEvening) => judgingDesk(evening.world.as(staffOf(evening).Grace), evening.eventId);

describe('a judge at her phone', () => {
  it('meets the pitch on stage, and mends earlier ones', () => {
    const evening = judgedEvening();
    const { world, callId, judges, order, give, press } = evening;
    const page = (asked: string | null = null) => judgePage(world.as(judges.Bo), callId, asked);
    expect(page()).toMatchObject({ state: 'open', shown: null, others: [] });
    expect(give(judges.Bo, 1, 4)).toEqual({ ok: false, reason: 'not-on-stage' });
    mustBe(press('next'));
    expect(page()?.shown).toMatchObject({ applicationId: order[0], isOnStage: true, revision: 0, scores: {} });
    expect(give(judges.Bo, 1, 4)).toMatchObject({ value: { revision: 1 } });
    mustBe(press('next'));
    expect(page()).toMatchObject({
      shown: { applicationId: order[1], scores: {} },
      others: [{ applicationId: order[0], isHandedIn: true }],
    });
    expect(page(order[0])?.shown).toMatchObject({ isOnStage: false, revision: 1 });
    expect(give(judges.Bo, 1, 5, 1)).toMatchObject({ value: { revision: 2 } });
    expect(give(judges.Bo, 3, 5)).toEqual({ ok: false, reason: 'not-on-stage' });
  });

  it('keeps a press that comes twice once, and tells the second of two windows', () => {
    const evening = judgedEvening();
    const { world, eventId, judges, give, press } = evening;
    mustBe(press('next'));
    expect(give(judges.Bo, 1, 4, 0)).toMatchObject({ value: { revision: 1 } });
    expect(give(judges.Bo, 1, 4, 0)).toMatchObject({ value: { revision: 1 } });
    expect(give(judges.Bo, 1, 2, 0)).toEqual({ ok: false, reason: 'changed-elsewhere' });
    const [sheet, ...more] = judgeSheetsOf(world.db, eventId);
    expect(more).toEqual([]);
    expect(Object.values(sheet?.scores ?? {})).toEqual(Object.values(sheet?.scores ?? {}).map(() => 4));
  });

  it('neither scores nor is told why, where anything ties her; a tie found since counts from then on', () => {
    const evening = judgedEvening();
    const { world, round, callId, judges, order, give, press } = evening;
    mustBe(press('next'));
    expect(judgePage(world.as(judges.Omar), callId, null)?.shown).toMatchObject({ standing: 'tied' });
    expect(JSON.stringify(judgePage(world.as(judges.Omar), callId, null))).not.toContain('taught');
    expect(give(judges.Omar, 1, 5)).toEqual({ ok: false, reason: 'tied-to-pitch' });
    mustBe(give(judges.Esme, 1, 5));
    mustBe(give(judges.Bo, 1, 3));
    expect(deskOf(evening)?.pitches[0]).toMatchObject({ handedIn: 2, judges: 2, mayJudge: 2, missing: [] });
    const esme = judgeSeats(world, callId, []).find(({ kind }) => kind === 'expert')?.memberId ?? '';
    const reference = applicationCard(world, order[0] ?? '')?.reference ?? '';
    mustBe(
      raiseTie(world.as(round.staff.Grace), callId, { memberId: esme, reference, level: 'hard', reason: 'A cousin.' }),
    );
    expect(give(judges.Esme, 1, 4)).toEqual({ ok: false, reason: 'tied-to-pitch' });
    expect(deskOf(evening)?.pitches[0]).toMatchObject({ handedIn: 1, judges: 1, mayJudge: 1 });
  });

  it('sees her own scores and nobody else’s', () => {
    const evening = judgedEvening();
    const { world, callId, judges, give, press } = evening;
    mustBe(press('next'));
    mustBe(give(judges.Bo, 1, 5));
    expect(judgePage(world.as(judges.Esme), callId, null)?.shown?.scores).toEqual({});
    mustBe(give(judges.Esme, 1, 2));
    const own = judgePage(world.as(judges.Esme), callId, null);
    expect(Object.values(own?.shown?.scores ?? {})).not.toContain(5);
    expect(Object.keys(deskOf(evening)?.pitches[0] ?? {})).not.toContain('scores');
  });

  it('is nobody else: not a group, not staff, and not who sits on another panel or has left this one', () => {
    const evening = judgedEvening();
    const { world, round, callId, eventId, judges, give, press } = evening;
    const grace = round.staff.Grace;
    const other = openCall(world, grace, round.call.partnerId, { slug: 'another' });
    preparePanel(world.db, other.id);
    const seat = (name: string, call: Id, state: 'accepted' | 'left') => {
      const personId = world.person(name);
      const asked = { invitedBy: grace, invitedAt: world.now(), answeredAt: world.now() };
      insertMember(world.db, { id: world.as(null).newId(), callId: call, personId, kind: 'expert', state, ...asked });
      return personId;
    };
    mustBe(press('next'));
    const [Zoe, Wim] = [seat('Zoe', other.id, 'accepted'), seat('Wim', callId, 'left')];
    const { Amina } = round.people;
    for (const personId of [Amina, grace, round.staff.Finn, Zoe, Wim, world.person('Nobody')] as Id[]) {
      expect(judgePage(world.as(personId), callId, null)).toBeNull();
      expect(give(personId, 1, 5)).toEqual({ ok: false, reason: 'not-found' });
    }
    expect(judgePage(world.as(null), callId, null)).toBeNull();
    for (const personId of [judges.Bo, Amina, round.staff.Finn, Zoe] as Id[])
      expect(judgingDesk(world.as(personId), eventId)).toBeNull();
    expect(judgeSheetsOf(world.db, eventId)).toEqual([]);
  });
});

describe('closing judging', () => {
  it('names who is missing, refuses where a pitch lacks judges, and then changes nothing', () => {
    const evening = judgedEvening();
    const { world, round, eventId, judges, give } = evening;
    const grace = () => world.as(round.staff.Grace);
    judgeAll(evening, [5, 4, 3]);
    expect(closeJudging(grace(), eventId, 'judges')).toEqual({ ok: false, reason: 'judges-missing' });
    expect(deskOf(evening)?.pitches[3]?.missing.toSorted()).toEqual(['Bo', 'Esme', 'Omar']);
    mustBe(evening.press('next'));
    mustBe(give(judges.Bo, 4, 2));
    // "I cannot judge this" hands in, and is no judgement.
    mustBe(give(judges.Esme, 4, null));
    expect(deskOf(evening)?.pitches[3]).toMatchObject({ handedIn: 2, judges: 1, missing: ['Omar'] });
    expect(closeJudging(grace(), eventId, 'judges')).toEqual({ ok: false, reason: 'judges-missing' });
    mustBe(give(judges.Omar, 4, 3));
    mustBe(closeJudging(grace(), eventId, 'judges'));
    expect(give(judges.Omar, 4, 5)).toEqual({ ok: false, reason: 'judging-not-open' });
    expect(closeJudging(grace(), eventId, 'judges')).toEqual({ ok: false, reason: 'judging-not-open' });
    expect(openJudging(grace(), eventId)).toEqual({ ok: false, reason: 'judging-opened' });
    const change = (sql: string) => () => world.db.$client.prepare(sql).run();
    expect(change('update judge_sheet set revision = revision + 1')).toThrow('while judging is open');
    expect(change('delete from judge_score')).toThrow('what a judge gave stays');
    expect(change("update judging set ended_as = 'sheets'")).toThrow('judging ends once');
  });

  it('keeps the room’s result back until judging is over', () => {
    const evening = judgedEvening();
    const { world, round, eventId, press } = evening;
    judgeAll(evening, [5, 4, 3, 2]);
    mustBe(press('open-vote'));
    mustBe(press('close-vote'));
    world.pass(60_000);
    expect(press('reveal')).toEqual({ ok: false, reason: 'judging-not-closed' });
    mustBe(closeJudging(world.as(round.staff.Grace), eventId, 'judges'));
    mustBe(press('reveal'));
  });

  it('opens only once the running order is frozen, and nowhere that the call does not say so', () => {
    const early = judgedEvening({}, { isOpen: false });
    mustBe(openJudging(early.world.as(early.round.staff.Grace), early.eventId));
    const draft = withSheets({ judgesMin: 2 });
    expect(openJudging(draft.world.as(draft.round.staff.Grace), draft.eventId)).toMatchObject({
      reason: 'judging-before-freeze',
    });
    const without = withSheets();
    expect(openJudging(without.world.as(without.round.staff.Grace), without.eventId)).toMatchObject({
      reason: 'no-judges-in-call',
    });
    const insert = without.world.db.$client.prepare(
      'insert into judging (event_id, opened_by, opened_at) values (?, ?, 1)',
    );
    expect(() => insert.run(without.eventId, without.round.staff.Grace)).toThrow('where the call said so');
  });
});

describe('who may', () => {
  const statusOf = async (evening: JudgedEvening, who: string | null, route: 'judge' | 'desk', post = false) => {
    const { world, callId, eventId, order } = evening;
    const params = { callId, eventId };
    const form: Record<string, string> = route === 'judge' ? { applicationId: order[0] ?? '' } : { intent: 'open' };
    const { loader, action } = route === 'judge' ? judging : staffJudging;
    const args = asked(world, who, params, post ? form : undefined);
    return (await answerOf(() => (post ? action(args) : loader(args)))).status;
  };

  it.each([true, false])('judges judge and the manager runs it, and nobody else (posting: %s)', async (post) => {
    const evening = judgedEvening();
    const { world, round, judges } = evening;
    mustBe(evening.press('next'));
    const stranger = world.person('Stranger');
    const table = [
      [judges.Bo, post ? 302 : 200, 404],
      // Tied to the pitch on stage: she sees the page, and is refused in words.
      [judges.Omar, post ? 422 : 200, 404],
      [round.staff.Grace, 404, post ? 422 : 200],
      [round.staff.Finn, 404, 404],
      [round.people.Amina ?? '', 404, 404],
      [stranger, 404, 404],
      [null, 302, 302],
    ] as const;
    for (const [who, judge, desk] of table) {
      expect([who, await statusOf(evening, who, 'judge', post)]).toEqual([who, judge]);
      expect([who, await statusOf(evening, who, 'desk', post)]).toEqual([who, desk]);
    }
  });

  it('saves by itself, and answers a script in its own way', async () => {
    const evening = judgedEvening();
    const { world, round, callId, judges, order } = evening;
    mustBe(evening.press('next'));
    const save = async (who: string | null, revision: string, score: string) => {
      const [criterion] = round.call.criteria;
      const form = { [`score-${criterion?.id}`]: score, revision };
      const answer = await autosave(asked(world, who, { callId, applicationId: order[0] ?? '' }, form));
      return { status: answer.status, ...(await answer.json()) };
    };
    expect(await save(judges.Bo, '0', '4')).toMatchObject({ status: 200, state: 'saved', revision: 1 });
    expect(await save(judges.Bo, '0', '2')).toMatchObject({ status: 409, state: 'changed-elsewhere', revision: 1 });
    expect(await save(judges.Bo, '1', '9')).toMatchObject({ status: 422 });
    expect(await save(judges.Omar, '0', '4')).toMatchObject({ status: 410, state: 'frozen' });
    expect(await save(null, '0', '4')).toMatchObject({ status: 401 });
    expect(await save(round.staff.Grace, '0', '4')).toMatchObject({ status: 404 });
  });

  it('asks for a tick before judging ends, and says which pitch lacks judges', async () => {
    const evening = judgedEvening();
    const { world, round, eventId } = evening;
    const press = (form: Record<string, string>) =>
      answerOf(() => staffJudging.action(asked(world, round.staff.Grace, { eventId }, form)));
    expect((await press({ intent: 'judges' })).reply?.errors).toHaveProperty('understood');
    expect((await press({ intent: 'sheets', understood: 'on' })).reply?.errors).toHaveProperty('insteadUnderstood');
    const refused = await press({ intent: 'judges', understood: 'on' });
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused.reply)).toContain('Amina’s plan');
    judgeAll(evening, [5, 4, 3, 2]);
    expect((await press({ intent: 'judges', understood: 'on' })).status).toBe(302);
  });
});
