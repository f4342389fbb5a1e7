import { describe, expect, it } from 'vitest';
import { DAY } from '#app/kernel/instant.ts';
import { setName } from '#app/people/commands/set-name.server.ts';
import { insertDuty } from '#app/people/store.server.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { answerOf, asked } from '#test/world/ask.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { answerNamed } from '../application/commands/answer-named.server.ts';
import { hideFrom, showAgain } from '../application/commands/hide-from.server.ts';
import { reopenApplication } from '../application/commands/reopen-application.server.ts';
import { saveDetails } from '../application/commands/save-details.server.ts';
import { saveSafety } from '../application/commands/save-safety.server.ts';
import { sendAgain } from '../application/commands/send-again.server.ts';
import { safetyPage } from '../application/queries/safety-page.server.ts';
import { staffList } from '../application/queries/staff-list.server.ts';
import { applicationForManager } from '../application/queries/staff-reading.server.ts';
import { NO_FILTER } from '../application/rules/listing.ts';
import { closeScoring } from './commands/close-scoring.server.ts';
import { declareConflicts } from './commands/declare-conflicts.server.ts';
import { openScoring } from './commands/open-scoring.server.ts';
import { saveScores } from './commands/save-scores.server.ts';
import { submitScores } from './commands/submit-scores.server.ts';
import { decideByTwo } from './decide-by-two.testing.ts';
import { conflictList } from './queries/conflict-list.server.ts';
import { namedMembers } from './queries/named-members.server.ts';
import { panelBoard } from './queries/panel-board.server.ts';
import { panelRanking } from './queries/panel-ranking.server.ts';
import { panelWork } from './queries/panel-work.server.ts';
import { scoringSheet } from './queries/scoring-sheet.server.ts';
import { loader as readApplication } from './routes/panel-application.tsx';
import { action as pressPanel } from './routes/staff-panel.tsx';
import {
  closedCall,
  entries,
  must,
  scoringPanel,
  seated,
  seatedPanel,
  type TrialPanel,
} from './trial-panel.testing.ts';

/** Amina says that somebody must not see her application. */
function name(world: TestWorld, round: Pick<TrialPanel, 'applications'>, who: string, email: string | null = null) {
  const named = { kind: 'person', name: who, email } as const;
  return must(hideFrom(world.as(world.person('Amina')), round.applications.Amina ?? '', named));
}

const keep = (world: TestWorld) => keepPromises(() => world.as(null), keepers);

const WHOLE = { filter: NO_FILTER, order: { sort: 'reference', isDescending: false }, cursor: null } as const;

describe('a panellist whom an applicant has named', () => {
  it('finds nothing of the application anywhere, from the same moment', async () => {
    const world = testWorld();
    const round = scoringPanel(world);
    const bo = round.members.Bo ?? '';
    const amina = round.applications.Amina ?? '';
    expect(scoringSheet(world.as(bo), amina)).not.toBeNull();
    name(world, round, 'A man I know', 'bo@people.example');
    expect(scoringSheet(world.as(bo), amina)).toBeNull();
    expect(panelWork(world.as(bo), round.call.id)?.work.map(({ applicationId }) => applicationId)).not.toContain(amina);
    expect(conflictList(world.as(bo), round.call.id)?.applications).toHaveLength(2);
    const opened = await answerOf(() => readApplication(asked(world, bo, { applicationId: amina })));
    expect(opened.status).toBe(404);
    expect(saveScores(world.as(bo), amina, entries(round.call, 3))).toMatchObject({ reason: 'not-found' });
    expect(scoringSheet(world.as(round.members.Nadia ?? ''), amina)).not.toBeNull();
  });

  it('is not told: her own pages count no conflict that she has not declared', async () => {
    const world = testWorld();
    const round = scoringPanel(world);
    const bo = round.members.Bo ?? '';
    name(world, round, 'bo');
    await keep(world);
    expect(panelWork(world.as(bo), round.call.id)).toMatchObject({ conflicts: 0, hasDeclared: true });
    expect(must(declareConflicts(world.as(bo), round.call.id, []))).toEqual({ conflicts: 0 });
    expect(conflictList(world.as(bo), round.call.id)?.hasDeclared).toBe(true);
  });

  it('does not learn it either when she is taken off the list again', async () => {
    const world = testWorld();
    const round = scoringPanel(world);
    const [bo, applicationId] = [round.members.Bo ?? '', round.applications.Amina ?? ''];
    name(world, round, 'bo');
    await keep(world);
    const amina = world.as(world.person('Amina'));
    must(showAgain(amina, applicationId, safetyPage(amina, applicationId)?.named[0]?.id ?? ''));
    const list = conflictList(world.as(bo), round.call.id);
    expect(list?.applications.map(({ declared }) => declared)).toEqual(['none', 'none']);
    expect(JSON.stringify(list)).not.toMatch(/asked that|Amina/);
    expect(panelWork(world.as(bo), round.call.id)).toMatchObject({ conflicts: 0, hasDeclared: true });
    expect(must(declareConflicts(world.as(bo), round.call.id, []))).toEqual({ conflicts: 0 });
  });

  it('no longer counts: what she had scored is set aside', async () => {
    const world = testWorld();
    const round = scoringPanel(world);
    const [bo, amina] = [round.members.Bo ?? '', round.applications.Amina ?? ''];
    must(submitScores(world.as(bo), amina, entries(round.call, 1)));
    must(submitScores(world.as(round.members.Nadia ?? ''), amina, entries(round.call, 5)));
    name(world, round, 'Bo');
    await keep(world);
    await keep(world);
    must(closeScoring(world.as(round.grace), round.call.id));
    expect(
      panelRanking(world.as(round.grace), round.call.id).find(({ applicationId }) => applicationId === amina)
        ?.meanMilli,
    ).toBe(5_000);
  });

  it('does not count either when she is named after scoring has closed, until the shortlist is decided', async () => {
    const world = testWorld();
    const round = scoringPanel(world);
    const [bo, nadia, grace] = [round.members.Bo ?? '', round.members.Nadia ?? '', world.as(round.grace)];
    for (const personId of [bo, nadia])
      for (const applicationId of Object.values(round.applications))
        must(submitScores(world.as(personId), applicationId, entries(round.call, personId === bo ? 1 : 5)));
    must(closeScoring(grace, round.call.id));
    const amina = round.applications.Amina ?? '';
    const mean = () =>
      panelRanking(world.as(round.grace), round.call.id).find(({ applicationId }) => applicationId === amina)
        ?.meanMilli;
    expect(mean()).toBe(3_000);
    name(world, round, 'Bo');
    await keep(world);
    expect(mean()).toBe(5_000);
    const decisions = Object.values(round.applications).map((applicationId) => ({
      applicationId,
      decision: applicationId === amina ? ('shortlisted' as const) : ('not-shortlisted' as const),
      reason: 'Thank you for all of it.',
    }));
    must(decideByTwo(grace, world.as(world.person('Daniel')), round.call.id, decisions));
    name(world, round, 'Nadia');
    await keep(world);
    expect(mean()).toBe(5_000);
  });

  it('is kept away when she comes onto the panel after she was named', () => {
    const world = testWorld();
    const round = closedCall(world);
    name(world, round, 'Bo');
    const bo = seated(world, round, 'Bo', 'participant');
    expect(conflictList(world.as(bo), round.call.id)?.applications).toHaveLength(2);
    expect(must(declareConflicts(world.as(bo), round.call.id, []))).toEqual({ conflicts: 0 });
    const [row] = panelBoard(world.as(round.grace), round.call.id)?.members ?? [];
    expect(row).toMatchObject({ name: 'Bo', hasDeclared: true, assigned: 2, conflicts: 1 });
  });

  it('is seen by the staff who run the panel; a name that is only alike is a question to them', async () => {
    const world = testWorld();
    const round = seatedPanel(world);
    const [nadia, callId] = [round.members.Nadia ?? '', round.call.id];
    name(world, round, 'Nadja');
    expect(namedMembers(world.as(round.grace), callId)).toMatchObject([
      { member: 'Nadia', named: 'Nadja', isCertain: false },
    ]);
    expect(namedMembers(world.as(nadia), callId)).toEqual([]);
    // Kept away until somebody else has said that she is somebody else.
    expect(conflictList(world.as(nadia), callId)?.applications).toHaveLength(2);
    const [question] = namedMembers(world.as(round.grace), callId);
    const say = (answer: string, personId = nadia) =>
      answerOf(() =>
        pressPanel(
          asked(
            world,
            round.grace,
            { callId },
            { intent: 'named', hiddenId: question?.hiddenId ?? '', personId, answer },
          ),
        ),
      );
    expect((await say('yes', round.members.Helen ?? '')).status).toBe(404);
    expect((await say('no')).status).toBe(303);
    expect(conflictList(world.as(nadia), callId)?.applications).toHaveLength(3);
    expect((await say('yes')).status).toBe(404);
    must(answerNamed(world.as(round.grace), question?.hiddenId ?? '', nadia, true));
    expect(conflictList(world.as(nadia), callId)?.applications).toHaveLength(2);
    expect(namedMembers(world.as(round.grace), callId)).toMatchObject([{ isCertain: true }]);
  });

  it('may read again once she is taken off the list, if she had not sat down yet', () => {
    const world = testWorld();
    const round = seatedPanel(world);
    const bo = round.members.Bo ?? '';
    name(world, round, 'Bo');
    const amina = world.as(world.person('Amina'));
    const [entry] = safetyPage(amina, round.applications.Amina ?? '')?.named ?? [];
    expect(showAgain(world.as(bo), round.applications.Amina ?? '', entry?.id ?? '')).toMatchObject({ ok: false });
    must(showAgain(amina, round.applications.Amina ?? '', entry?.id ?? ''));
    expect(conflictList(world.as(bo), round.call.id)?.applications).toHaveLength(3);
  });
});

describe('a manager whom an applicant has named', () => {
  it('finds it neither in her list nor by its address', () => {
    const world = testWorld();
    const round = closedCall(world);
    const amina = round.applications.Amina ?? '';
    expect(applicationForManager(world.as(round.grace), amina)).not.toBeNull();
    name(world, round, 'Grace');
    expect(applicationForManager(world.as(round.grace), amina)).toBeNull();
    expect(staffList(world.as(round.grace), round.call.id, WHOLE)?.rows).toHaveLength(2);
  });
});

describe('the name of a group that was changed', () => {
  it('is shown to the panel as a change, and not where another name was chosen', () => {
    const world = testWorld();
    const round = closedCall(world);
    const [grace, amina, applicationId] = [
      world.as(round.grace),
      world.as(world.person('Amina')),
      round.applications.Amina ?? '',
    ];
    const untilAt = world.now() + 2 * DAY;
    const parts = { questionIds: [], details: ['groupName', 'title'], reason: 'Please look again.', untilAt } as const;
    must(reopenApplication(grace, applicationId, { ...parts, details: ['groupName', 'title'] }));
    must(saveDetails(amina, applicationId, { groupName: 'Kitchen of Amina', title: 'Another plan' }));
    must(sendAgain(amina, applicationId));
    world.moveTo(untilAt);
    const bo = seated(world, round, 'Bo', 'participant');
    must(declareConflicts(world.as(bo), round.call.id, []));
    must(openScoring(grace, round.call.id));
    const changed = () =>
      scoringSheet(world.as(bo), applicationId)
        ?.changes.map(({ detail }) => detail)
        .toSorted();
    expect(changed()).toEqual(['groupName', 'title']);
    const settings = { contactWay: 'either', contactNote: '', neutralSubject: false } as const;
    must(saveSafety(amina, applicationId, { ...settings, publicName: 'Sunday Kitchen' }, 0));
    expect(changed()).toEqual(['title']);
    expect(JSON.stringify(scoringSheet(world.as(bo), applicationId))).not.toContain('Kitchen of Amina');
  });
});

describe('staff who are perhaps meant', () => {
  it('are kept away, and a colleague is asked: not they themselves', () => {
    const world = testWorld();
    const round = closedCall(world);
    const [grace, amina] = [world.as(round.grace), round.applications.Amina ?? ''];
    const gail = world.person('Gail');
    insertDuty(world.db, gail, round.call.partnerId, 'manager');
    name(world, round, 'Gracie');
    name(world, round, 'Danielle');
    expect(applicationForManager(grace, amina)).toBeNull();
    expect(namedMembers(grace, round.call.id)).toEqual([]);
    const asked = namedMembers(world.as(gail), round.call.id);
    expect(asked.map(({ member, isCertain }) => [member, isCertain]).toSorted()).toEqual([
      ['Daniel', false],
      ['Grace', false],
    ]);
    const hiddenId = asked.find(({ member }) => member === 'Grace')?.hiddenId ?? '';
    expect(answerNamed(grace, hiddenId, round.grace, false)).toMatchObject({ ok: false });
    expect(answerNamed(grace, hiddenId, world.person('Daniel'), false)).toMatchObject({ ok: false });
    must(answerNamed(world.as(gail), hiddenId, round.grace, false));
    expect(applicationForManager(grace, amina)).not.toBeNull();
  });
});

describe('somebody whom an applicant has named', () => {
  it('finds nothing under another name either, whatever they call themselves', () => {
    const world = testWorld();
    const round = closedCall(world);
    const [grace, amina] = [world.as(round.grace), round.applications.Amina ?? ''];
    name(world, round, 'Grace');
    for (const next of ['Margaret Oduya', 'Peggy', 'Margaret Oduya']) {
      must(setName(grace, next));
      expect(applicationForManager(grace, amina)).toBeNull();
    }
    const rewrite = () => world.db.$client.exec("update former_name set name = 'Ann'");
    expect(rewrite).toThrow(/never rewritten/);
  });
});

describe('a public name', () => {
  it('stands where the panel reads, and the applicant’s own name does not', () => {
    const world = testWorld();
    const round = scoringPanel(world);
    const [bo, amina] = [round.members.Bo ?? '', round.applications.Amina ?? ''];
    const settings = {
      publicName: 'Sunday Kitchen',
      contactWay: 'either',
      contactNote: '',
      neutralSubject: false,
    } as const;
    must(saveSafety(world.as(world.person('Amina')), amina, settings, 0));
    expect(scoringSheet(world.as(bo), amina)?.application.groupName).toBe('Sunday Kitchen');
    const row = conflictList(world.as(bo), round.call.id)?.applications.find((one) => one.applicationId === amina);
    expect(row).toMatchObject({ groupName: 'Sunday Kitchen', applicantName: '' });
    const list = staffList(world.as(round.grace), round.call.id, WHOLE)?.rows;
    expect(list?.find(({ applicationId }) => applicationId === amina)?.groupName).toBe('Amina and friends');
  });
});
