import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { afterEach, describe, expect, it } from 'vitest';
import type { Id } from '#app/kernel/id.ts';
import { createSessions } from '#app/people/sessions.server.ts';
import type { FormReply } from '#app/ui/form-reply.ts';
import { statementsIn } from '#test/world/statements-in.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { trialAnswer } from '#test/world/trial-application.ts';
import { openCall } from '#test/world/trial-call.ts';
import { attachMedia } from '../application/commands/attach-media.server.ts';
import { saveAnswer } from '../application/commands/save-answer.server.ts';
import { startApplication } from '../application/commands/start-application.server.ts';
import { submitApplication } from '../application/commands/submit-application.server.ts';
import { closeScoring } from './commands/close-scoring.server.ts';
import { declareConflicts } from './commands/declare-conflicts.server.ts';
import { openScoring } from './commands/open-scoring.server.ts';
import { submitScores } from './commands/submit-scores.server.ts';
import { answerAsItIs } from './decide-by-two.testing.ts';
import { shortlistingOf } from './queries/panel-ranking.server.ts';
import * as panels from './routes/panel.tsx';
import * as panelApplication from './routes/panel-application.tsx';
import * as panelCall from './routes/panel-call.tsx';
import * as panelConflicts from './routes/panel-conflicts.tsx';
import * as panelMedia from './routes/panel-media.ts';
import * as panelTerms from './routes/panel-terms.tsx';
import * as staffPanel from './routes/staff-panel.tsx';
import * as staffShortlist from './routes/staff-shortlist.tsx';
import * as staffShortlistCheck from './routes/staff-shortlist-check.tsx';
import { closedCall, entries, must, scoringPanel, seated, seatedPanel } from './trial-panel.testing.ts';

// Pages name their scripts by what the build made of them, and tests run without a build.

/** What a loader or action is called with when this person asks. */
function asked(
  world: TestWorld,
  personId: Id | null | undefined,
  params: Record<string, string>,
  posted?: Record<string, string>,
): LoaderFunctionArgs {
  const request = new Request('https://pot.example/here', {
    ...(posted === undefined ? {} : { method: 'POST', body: new URLSearchParams(posted) }),
  });
  return { request, params, context: { portal: world.as(personId ?? null), sessions: createSessions(world) } };
}

/** What came of it: the status of a response that was thrown or returned, and where it leads. */
async function answer(act: () => unknown): Promise<{ status: number; to: string | null; reply: FormReply | null }> {
  try {
    const value = (await act()) as { data?: FormReply; init?: { status?: number } } | Response;
    if (value instanceof Response) return { status: value.status, to: null, reply: null };
    return { status: value.init?.status ?? 200, to: null, reply: value.data ?? null };
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    return { status: thrown.status, to: thrown.headers.get('Location'), reply: null };
  }
}

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('the conflicts page', () => {
  it('keeps what was ticked and asks for the reason that is missing', async () => {
    const world = testWorld();
    const { call, applications, members } = seatedPanel(world);
    const { Amina: plan = '' } = applications;
    const { status, reply } = await answer(() =>
      panelConflicts.action(asked(world, members.Bo, { callId: call.id }, { tie: plan })),
    );
    expect(status).toBe(422);
    expect(reply?.typed.tie).toEqual([plan]);
    expect(reply?.errors).toEqual({
      looked: 'Look at every name, then tick this box.',
      [`reason-${plan}`]: 'Say in one sentence how you know Amina and friends.',
    });
  });

  it('takes one tick, several and none', async () => {
    const world = testWorld();
    const { call, applications, members } = seatedPanel(world);
    const params = { callId: call.id };
    const ties = new URLSearchParams({ looked: 'on' });
    for (const name of ['Amina', 'Yusuf']) {
      ties.append('tie', applications[name] ?? '');
      ties.append(`reason-${applications[name]}`, `I know ${name}.`);
    }
    const args = asked(world, members.Bo, params);
    args.request = new Request('https://pot.example/here', { method: 'POST', body: ties });
    expect((await answer(() => panelConflicts.action(args))).status).toBe(302);
    const declared = panelConflicts.loader(asked(world, members.Bo, params)).applications;
    const levelOf = (name: string) => declared.find((row) => row.applicationId === applications[name])?.declared;
    expect(['Amina', 'Yusuf', 'Hana'].map(levelOf)).toEqual(['hard', 'hard', 'none']);
    expect(declared.map(({ title }) => title).toSorted()).toEqual(['', '', 'Hana’s plan']);
    const none = asked(world, members.Nadia, params, { looked: 'on' });
    expect((await answer(() => panelConflicts.action(none))).status).toBe(302);
    const one = asked(world, members.Helen, params, {
      looked: 'on',
      tie: applications.Hana ?? '',
      [`reason-${applications.Hana}`]: 'My fund pays their rent.',
    });
    expect((await answer(() => panelConflicts.action(one))).status).toBe(302);
  });

  it('is for seated members only', async () => {
    const world = testWorld();
    const { call, grace } = seatedPanel(world);
    for (const person of [grace, world.person('Amina'), world.person('Daniel')]) {
      expect((await answer(() => panelConflicts.loader(asked(world, person, { callId: call.id })))).status).toBe(404);
    }
    expect((await answer(() => panelConflicts.loader(asked(world, null, { callId: call.id })))).status).toBe(302);
  });

  it('shows titles and names, and nothing that was written', () => {
    const world = testWorld();
    const { call, members } = seatedPanel(world);
    const page = JSON.stringify(panelConflicts.loader(asked(world, members.Bo, { callId: call.id })));
    expect(page).toContain('Amina and friends');
    expect(page).not.toContain('will cook on Fridays');
    expect(page).not.toContain('wants to try');
    expect(page).not.toContain('@people.example');
  });
});

describe('an application with a conflict', () => {
  it('cannot be fetched at all: not the page, not the scores, not a recording, and not its absence either', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pot-panel-'));
    folders.push(folder);
    const world = testWorld({ DATA_DIR: folder });
    const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
    const grace = staff.Grace ?? '';
    const call = openCall(world, grace, partnerId);
    const amina = world.as(world.person('Amina'));
    const { applicationId } = must(
      startApplication(amina, call.id, {
        title: 'Our kitchen',
        oneLine: 'Cooking.',
        groupName: 'Kitchen',
        theme: call.themes[0] ?? '',
        city: 'Coventry',
        amountMinor: 100_000,
        language: 'en',
      }),
    );
    for (const question of call.questions)
      must(saveAnswer(amina, applicationId, question.id, trialAnswer(question, 'We cook.')));
    const questionId = call.questions.find((question) => question.byVideo)?.id ?? '';
    const filePath = 'db/story/clips/our-kitchen.mp4';
    const { mediaId } = must(
      await attachMedia(amina, { applicationId, questionId, filePath, fileName: 'our-kitchen.mp4' }),
    );
    must(submitApplication(world.as(world.person('Amina')), applicationId));
    world.moveTo(call.closesAt);
    const [bo, nadia] = ['Bo', 'Nadia'].map((name) => seated(world, { call, grace }, name, 'participant'));
    const page = (person: Id | undefined) =>
      answer(() => panelApplication.loader(asked(world, person, { applicationId })));
    const film = (person: Id | undefined) => answer(() => panelMedia.loader(asked(world, person, { mediaId })));
    const statuses = async (person: Id | undefined) => [(await page(person)).status, (await film(person)).status];

    expect(await statuses(bo)).toEqual([404, 404]);
    must(declareConflicts(world.as(bo ?? ''), call.id, []));
    must(declareConflicts(world.as(nadia ?? ''), call.id, [{ applicationId, reason: 'My sister leads it.' }]));
    expect(await statuses(bo)).toEqual([404, 404]);
    must(openScoring(world.as(grace), call.id));
    expect(await statuses(bo)).toEqual([200, 200]);
    expect(await statuses(nadia)).toEqual([404, 404]);
    expect(await statuses(grace)).toEqual([404, 404]);
    expect(await statuses(world.person('Amina'))).toEqual([404, 404]);

    const whole = Object.fromEntries(call.criteria.map(({ id }) => [`score-${id}`, '4']));
    const sheet = { ...whole, strength: 'Food.', concern: 'Time.', intent: 'submit' };
    const byNadia = await answer(() => panelApplication.action(asked(world, nadia, { applicationId }, sheet)));
    expect(byNadia.status).toBe(404);
    const byBo = await answer(() => panelApplication.action(asked(world, bo, { applicationId }, sheet)));
    expect(byBo.to).toContain('submitted');

    const work = JSON.stringify(panelCall.loader(asked(world, nadia, { callId: call.id })));
    expect(work).not.toContain(applicationId);
    expect(work).not.toContain('Our kitchen');

    must(declareConflicts(world.as(bo ?? ''), call.id, [{ applicationId, reason: 'I will work there.' }]));
    expect(await statuses(bo)).toEqual([404, 404]);
    expect((await answer(() => panelMedia.loader(asked(world, bo, { mediaId: 'nothing' })))).status).toBe(404);
  });
});

describe('a seat on a panel', () => {
  it('is taken, given back, or refused without a reason', async () => {
    const world = testWorld();
    const { call, grace } = closedCall(world);
    const params = { callId: call.id };
    for (const name of ['Bo', 'Nadia']) {
      const invitation = { intent: 'invite', name, email: `${name.toLowerCase()}@people.example`, kind: 'participant' };
      await answer(() => staffPanel.action(asked(world, grace, params, invitation)));
    }
    const [bo, nadia] = [world.person('Bo'), world.person('Nadia')];
    const no = await answer(() => panelCall.action(asked(world, nadia, params, { intent: 'declined' })));
    expect(no.to).toBe('/panel?done=saidNo');
    expect((await answer(() => panelCall.loader(asked(world, nadia, params)))).status).toBe(404);
    const silent = await answer(() => panelTerms.action(asked(world, bo, params, { consent: 'on' })));
    expect(silent.reply?.errors).toMatchObject({ reads: 'Tick at least one language.' });
    const terms = { reads: 'en', minutesMax: '600', minutesPerDay: '60', consent: 'on' };
    const yes = await answer(() => panelTerms.action(asked(world, bo, params, terms)));
    expect(yes.to).toBe(`/panel/${call.id}?done=terms`);
    const twice = await answer(() => panelTerms.action(asked(world, bo, params, terms)));
    expect(twice.to).toBe(yes.to);
    const late = await answer(() => panelCall.action(asked(world, bo, params, { intent: 'declined' })));
    expect(late).toMatchObject({ status: 422, reply: { message: 'You have answered this invitation already.' } });
    const unsure = await answer(() => panelCall.action(asked(world, bo, params, { intent: 'leave' })));
    expect(unsure.reply?.errors).toEqual({ leaveSure: 'Tick this box if you are sure.' });
    const sure = { intent: 'leave', leaveSure: 'on' };
    expect((await answer(() => panelCall.action(asked(world, bo, params, sure)))).to).toBe('/panel?done=leftPanel');
    expect((await answer(() => panelCall.action(asked(world, bo, params, sure)))).status).toBe(404);
    expect(panels.loader(asked(world, bo, {})).panels).toEqual([]);
  });

  it('is listed for whoever was asked, and for nobody else', () => {
    const world = testWorld();
    const { call, members } = seatedPanel(world);
    expect(panels.loader(asked(world, members.Bo, {})).panels).toMatchObject([{ callId: call.id, isInvited: false }]);
    expect(panels.loader(asked(world, world.person('Amina'), {})).panels).toEqual([]);
  });
});

describe('the scoring sheet', () => {
  it('names every score and comment that is missing, and keeps the rest', async () => {
    const world = testWorld();
    const { call, applications, members } = scoringPanel(world);
    const params = { applicationId: applications.Amina ?? '' };
    const [first, second] = call.criteria;
    const posted = { intent: 'submit', [`score-${first?.id}`]: 'none', strength: 'Food.' };
    const { status, reply } = await answer(() => panelApplication.action(asked(world, members.Bo, params, posted)));
    expect(status).toBe(422);
    expect(reply?.errors[`score-${first?.id}`]).toBeUndefined();
    expect(reply?.errors[`score-${second?.id}`]).toBe(`${second?.name}: choose a score, or “I cannot judge this”.`);
    expect(reply?.errors.concern).toBe('Say in one sentence what worries you.');
    expect(reply?.typed.strength).toEqual(['Food.']);
  });

  it('saves a draft with gaps and shows it again', async () => {
    const world = testWorld();
    const { call, applications, members } = scoringPanel(world);
    const params = { applicationId: applications.Amina ?? '' };
    const [first, second] = call.criteria;
    const posted = { intent: 'save', [`score-${first?.id}`]: 'none', [`score-${second?.id}`]: '5' };
    const saved = await answer(() => panelApplication.action(asked(world, members.Bo, params, posted)));
    expect(saved.status).toBe(302);
    expect(panelApplication.loader(asked(world, members.Bo, params)).sheet.sheet).toMatchObject({
      state: 'draft',
      scores: { [first?.id ?? '']: null, [second?.id ?? '']: 5 },
    });
  });

  it('refuses a score that is not on the card', async () => {
    const world = testWorld();
    const { call, applications, members } = scoringPanel(world);
    const posted = { intent: 'save', [`score-${call.criteria[0]?.id}`]: '6' };
    const params = { applicationId: applications.Amina ?? '' };
    expect((await answer(() => panelApplication.action(asked(world, members.Bo, params, posted)))).status).toBe(422);
  });
});

describe('the manager’s pages', () => {
  it('are not found by anybody else', async () => {
    const world = testWorld();
    const { call, grace, members } = seatedPanel(world);
    const params = { callId: call.id };
    const { staff } = world.partner('spark', { Rohan: ['manager'] });
    for (const person of [members.Bo, world.person('Amina'), world.person('Daniel'), staff.Rohan]) {
      expect((await answer(() => staffPanel.loader(asked(world, person, params)))).status).toBe(404);
      expect((await answer(() => staffShortlist.loader(asked(world, person, params)))).status).toBe(404);
      const open = { intent: 'open', openSure: 'on' };
      expect((await answer(() => staffPanel.action(asked(world, person, params, open)))).status).toBe(404);
    }
    expect((await answer(() => staffPanel.loader(asked(world, grace, params)))).status).toBe(200);
  });

  it('open the scoring only with the tick', async () => {
    const world = testWorld();
    const { call, grace } = seatedPanel(world);
    const params = { callId: call.id };
    const without = await answer(() => staffPanel.action(asked(world, grace, params, { intent: 'open' })));
    expect(without.reply?.errors).toEqual({ openSure: 'Tick this box if you are sure.' });
    const sure = { intent: 'open', openSure: 'on' };
    expect((await answer(() => staffPanel.action(asked(world, grace, params, sure)))).status).toBe(302);
    const again = await answer(() => staffPanel.action(asked(world, grace, params, sure)));
    expect(again).toMatchObject({ status: 422, reply: { message: 'Scoring has started already.' } });
  });

  it('invite somebody, and say what is wrong with an invitation', async () => {
    const world = testWorld();
    const { call, grace } = closedCall(world);
    const params = { callId: call.id };
    const wrong = { intent: 'invite', name: 'Bo', email: 'not an address' };
    const refused = await answer(() => staffPanel.action(asked(world, grace, params, wrong)));
    expect(Object.keys(refused.reply?.errors ?? {}).toSorted()).toEqual(['email', 'kind']);
    const right = { intent: 'invite', name: 'Bo', email: 'bo@people.example', kind: 'participant' };
    expect((await answer(() => staffPanel.action(asked(world, grace, params, right)))).status).toBe(302);
    const twice = await answer(() => staffPanel.action(asked(world, grace, params, right)));
    expect(twice.reply?.errors).toEqual({ email: 'This person is already invited.' });
  });

  it('decide the shortlist by two, with one reason for many and another for one', async () => {
    const world = testWorld();
    const { call, grace, applications, members } = scoringPanel(world);
    for (const id of Object.values(applications)) must(submitScores(world.as(members.Bo ?? ''), id, entries(call, 4)));
    must(closeScoring(world.as(grace), call.id));
    const params = { callId: call.id };
    const { Amina: first = '', Yusuf: second = '', Hana: third = '' } = applications;
    const press = (form: Record<string, string>) =>
      answer(() => staffShortlist.action(asked(world, grace, params, form)));
    const shown = {
      [`shown-${first}`]: 'undecided',
      [`shown-${second}`]: 'undecided',
      [`shown-${third}`]: 'undecided',
    };
    const chosen = {
      [`decision-${first}`]: 'shortlisted',
      [`decision-${second}`]: 'declined',
      [`nearly-${second}`]: 'on',
      [`decision-${third}`]: 'ineligible',
      [`reason-${third}`]: 'Hana’s idea is already paid for.',
    };
    expect((await press({ intent: 'save', ...shown, ...chosen })).status).toBe(302);
    const late = await press({ intent: 'save', ...shown, ...chosen, [`decision-${first}`]: 'declined' });
    expect(Object.keys(late.reply?.errors ?? {})).toEqual([`decision-${first}`]);
    const usual = { reasonYes: 'Well done.', reasonNo: 'Others scored higher.', reasonIneligible: '' };
    expect((await press({ intent: 'usual', ...usual })).status).toBe(302);
    const { desk } = staffShortlist.loader(asked(world, grace, params));
    const rows = desk.rows.map((row) => [row.applicationId, [row.decision, row.nearly, row.reason]]);
    expect(Object.fromEntries(rows)).toEqual({
      [first]: ['shortlisted', false, 'Well done.'],
      [second]: ['declined', true, 'Others scored higher.'],
      [third]: ['ineligible', false, 'Hana’s idea is already paid for.'],
    });
    must(answerAsItIs(world.as(grace), call.id));
    const check = (person: string, form: Record<string, string>) =>
      answer(() => staffShortlistCheck.action(asked(world, person, params, form)));
    const unsure = await check(grace, { intent: 'lock', feedback: 'later', feedbackFrom: 'soon' });
    expect(Object.keys(unsure.reply?.errors ?? {})).toEqual(['sure']);
    const vague = await check(grace, { intent: 'lock', feedback: 'later', feedbackFrom: 'soon', sure: 'on' });
    expect(Object.keys(vague.reply?.errors ?? {})).toEqual(['feedbackFrom']);
    expect((await check(grace, { intent: 'lock', feedback: 'at-once', sure: 'on' })).status).toBe(302);
    const daniel = world.person('Daniel');
    const { lock } = staffShortlistCheck.loader(asked(world, daniel, params)).check;
    const agree = { intent: 'confirm', sure: 'on', hash: lock?.contentHash ?? '' };
    expect((await check(grace, agree)).reply?.message).toBe(
      'You have locked this yourself. Somebody else must confirm it.',
    );
    expect((await check(daniel, agree)).status).toBe(302);
    expect((await check(daniel, { intent: 'release', sure: 'on' })).status).toBe(404);
    expect((await check(grace, { intent: 'release', sure: 'on' })).status).toBe(302);
    expect(shortlistingOf(world.as(null), third)?.decision).toBe('not-shortlisted');
  });
});

describe('a list of applications', () => {
  it('takes the same number of queries for one row and for three', async () => {
    const count = async (names: readonly string[]) => {
      const world = testWorld();
      const { call, applications, members } = scoringPanel(world);
      const conflicts = Object.entries(applications)
        .filter(([name]) => !names.includes(name))
        .map(([, applicationId]) => ({ applicationId, reason: 'A friend.' }));
      must(declareConflicts(world.as(members.Bo ?? ''), call.id, conflicts));
      const context = asked(world, members.Bo, { callId: call.id });
      let rows = 0;
      const queries = await statementsIn(world, () => {
        rows = panelCall.loader(context).work.work.length;
      });
      return { rows, queries };
    };
    const one = await count(['Amina']);
    const three = await count(['Amina', 'Yusuf', 'Hana']);
    expect([one.rows, three.rows]).toEqual([1, 3]);
    expect(three.queries).toBe(one.queries);
  });
});
