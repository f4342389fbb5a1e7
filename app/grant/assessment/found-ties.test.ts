import { describe, expect, it } from 'vitest';
import { DAY } from '#app/kernel/instant.ts';
import { done } from '#app/kernel/outcome.ts';
import { keepPromises, promise } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { inTeam } from '#test/world/trial-team.ts';
import { reopenApplication } from '../application/commands/reopen-application.server.ts';
import { saveDetails } from '../application/commands/save-details.server.ts';
import { saveSafety } from '../application/commands/save-safety.server.ts';
import { sendAgain } from '../application/commands/send-again.server.ts';
import { heldBy } from '../application/rules/details.ts';
import { insertHelp } from '../application/store/help.server.ts';
import { agreeTerms } from './commands/agree-terms.server.ts';
import { rememberMentor } from './commands/remember-mentor.server.ts';
import { submitScores } from './commands/submit-scores.server.ts';
import { conflictList } from './queries/conflict-list.server.ts';
import { panelRanking } from './queries/panel-ranking.server.ts';
import { panelWork } from './queries/panel-work.server.ts';
import { openReading } from './queries/reading.server.ts';
import { type SeatLink, TERMS_UNSAID } from './rules/seat-terms.ts';
import { entries, must, scoringPanel, seatedPanel, type TrialPanel } from './trial-panel.testing.ts';

const tells = (world: TestWorld, round: TrialPanel, links: readonly SeatLink[]) =>
  must(agreeTerms(world.as(round.members.Bo ?? ''), round.call.id, { ...TERMS_UNSAID, reads: ['en'], links }));

/** As after every change of a team: what was promised is kept. */
const looks = async (world: TestWorld, applicationId: string) => {
  world.as(null).transact((tx) => {
    promise(tx, world.as(null), { kind: 'application-team-changed', subjectId: applicationId });
    return done('promised');
  });
  await keepPromises(() => world.as(null), keepers);
};

const raised = (world: TestWorld) =>
  world.db.$client.prepare("select level, raised_by, ground from conflict where raised_by = 'portal'").all();

describe('ties that the portal finds', () => {
  it('take access, desk and scores away the moment a member tells where she works', () => {
    const world = testWorld();
    const round = scoringPanel(world);
    const [bo, kitchen] = [world.as(round.members.Bo ?? ''), round.applications.Amina ?? ''];
    must(submitScores(bo, kitchen, entries(round.call, 5)));
    tells(world, round, [{ kind: 'organisation', name: 'Amina and friends' }]);
    expect(raised(world)).toEqual([{ level: 'hard', raised_by: 'portal', ground: 'organisation' }]);
    expect(openReading(bo, kitchen)).toBeNull();
    const row = panelRanking(world.as(null), round.call.id).find(({ applicationId }) => applicationId === kitchen);
    expect(row?.sheets).toBe(0);
  });

  it('reach whoever works for the organisation that would hold the money', () => {
    const world = testWorld();
    const round = scoringPanel(world);
    const [bo, kitchen, garden] = [round.members.Bo ?? '', round.applications.Amina, round.applications.Yusuf];
    must(submitScores(world.as(bo), kitchen ?? '', entries(round.call, 5)));
    tells(world, round, [{ kind: 'sponsor', name: 'Amina Street Trust' }]);
    expect(raised(world)).toEqual([{ level: 'hard', raised_by: 'portal', ground: 'sponsor' }]);
    expect(openReading(world.as(bo), kitchen ?? '')).toBeNull();
    expect(openReading(world.as(bo), garden ?? '')).not.toBeNull();
    const row = panelRanking(world.as(null), round.call.id).find(({ applicationId }) => applicationId === kitchen);
    expect(row?.sheets).toBe(0);
  });

  it('can be said by whoever knows the organisation that would hold the money', () => {
    const world = testWorld();
    const round = seatedPanel(world);
    const [bo, amina, kitchen] = [round.members.Bo ?? '', world.person('Amina'), round.applications.Amina ?? ''];
    const shown = () =>
      conflictList(world.as(bo), round.call.id)?.applications.find(({ applicationId }) => applicationId === kitchen);
    expect(shown()).toMatchObject({ groupName: 'Amina and friends', hostName: 'The Amina Street Trust Ltd' });
    const settings = { publicName: 'A kitchen', contactWay: 'either', contactNote: '', neutralSubject: false } as const;
    must(saveSafety(world.as(amina), kitchen, settings, 0));
    expect(shown()).toMatchObject({ groupName: 'A kitchen', hostName: '' });
  });

  it('are looked for again when an application that was reopened names another', async () => {
    const world = testWorld();
    const round = seatedPanel(world);
    const [amina, kitchen] = [world.as(world.person('Amina')), round.applications.Amina ?? ''];
    tells(world, round, [{ kind: 'organisation', name: 'Harbour Trust' }]);
    expect(raised(world)).toEqual([]);
    const untilAt = world.now() + 7 * DAY;
    const asked = { questionIds: [], details: ['moneyHolder'], reason: 'Who holds it?', untilAt } as const;
    must(reopenApplication(world.as(round.grace), kitchen, asked));
    must(saveDetails(amina, kitchen, heldBy('host', 'The Harbour Trust')));
    expect(raised(world)).toEqual([]);
    must(sendAgain(amina, kitchen));
    await keepPromises(() => world.as(null), keepers);
    expect(raised(world)).toEqual([{ level: 'hard', raised_by: 'portal', ground: 'organisation' }]);
  });

  it('tell a member nothing that would say who is in a group', () => {
    const world = testWorld();
    const round = seatedPanel(world);
    const kitchen = round.applications.Amina ?? '';
    const listed = () =>
      conflictList(world.as(round.members.Bo ?? ''), round.call.id)?.applications.map((row) => row.applicationId);
    expect(listed()).toContain(kitchen);
    tells(world, round, [{ kind: 'household', name: 'Amina' }]);
    expect(raised(world)).toHaveLength(1);
    expect(listed()).not.toContain(kitchen);
    expect(panelWork(world.as(round.members.Bo ?? ''), round.call.id)?.conflicts).toBe(0);
  });

  it('find who helped to write, and show it to whoever did', async () => {
    const world = testWorld();
    const round = scoringPanel(world);
    const [bo, kitchen] = [round.members.Bo ?? '', round.applications.Amina ?? ''];
    for (const [kind, applicationId] of [
      ['draft-feedback', kitchen],
      ['question-answered', round.applications.Yusuf ?? ''],
    ] as const) {
      insertHelp(world.db, { id: world.newId(), applicationId, kind, minutes: null, by: bo, at: world.now() });
    }
    await looks(world, kitchen);
    expect(raised(world)).toEqual([{ level: 'hard', raised_by: 'portal', ground: 'helped' }]);
    const row = conflictList(world.as(bo), round.call.id)?.applications.find((one) => one.applicationId === kitchen);
    expect(row).toMatchObject({ declared: 'hard', raisedBy: 'portal' });
  });

  it('find whoever works with somebody of the group elsewhere, as soon as the team changes', async () => {
    const world = testWorld();
    const round = scoringPanel(world);
    const [bo, garden] = [round.members.Bo ?? '', round.applications.Yusuf ?? ''];
    const cy = world.person('Cy');
    inTeam(world, world.person('Amina'), round.applications.Amina ?? '', bo, 'view');
    inTeam(world, world.person('Amina'), round.applications.Amina ?? '', cy, 'view');
    await looks(world, garden);
    expect(openReading(world.as(bo), garden)).not.toBeNull();
    inTeam(world, world.person('Yusuf'), garden, cy, 'view');
    await keepPromises(() => world.as(null), keepers);
    expect(openReading(world.as(bo), garden)).toBeNull();
  });

  it('find the mentor of what the same people had money for before', async () => {
    const world = testWorld();
    const round = scoringPanel(world);
    const [bo, kitchen] = [round.members.Bo ?? '', round.applications.Amina ?? ''];
    rememberMentor(world.db, bo, kitchen, world.now());
    await looks(world, kitchen);
    expect(raised(world)).toEqual([{ level: 'hard', raised_by: 'portal', ground: 'mentor' }]);
    expect(openReading(world.as(bo), round.applications.Yusuf ?? '')).not.toBeNull();
  });

  it('write nothing a second time', async () => {
    const world = testWorld();
    const round = scoringPanel(world);
    tells(world, round, [{ kind: 'organisation', name: 'Amina and friends' }]);
    const before = world.db.$client.prepare('select * from conflict').all();
    world.pass(60_000);
    await looks(world, round.applications.Amina ?? '');
    expect(world.db.$client.prepare('select * from conflict').all()).toEqual(before);
  });
});
