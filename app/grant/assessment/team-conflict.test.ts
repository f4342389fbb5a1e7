import { describe, expect, it } from 'vitest';
import { testWorld } from '#test/world/test-world.ts';
import { inTeam, teamLink } from '#test/world/trial-team.ts';
import { endMembership } from '../application/commands/end-membership.server.ts';
import { joinTeam } from '../application/commands/join-team.server.ts';
import { declareConflicts } from './commands/declare-conflicts.server.ts';
import { openScoring } from './commands/open-scoring.server.ts';
import { saveScores } from './commands/save-scores.server.ts';
import { conflictList } from './queries/conflict-list.server.ts';
import { panelWork } from './queries/panel-work.server.ts';
import { openReading } from './queries/reading.server.ts';
import { entries, must, scoringPanel, seatedPanel } from './trial-panel.testing.ts';

describe('a panel member who is in a team', () => {
  it('neither reads nor scores what her team wrote, even after she has left it', () => {
    const world = testWorld();
    const { call, grace, applications, members } = seatedPanel(world);
    const [bo = '', kitchen = '', garden = ''] = [members.Bo, applications.Amina, applications.Yusuf];
    inTeam(world, world.person('Amina'), kitchen, bo, 'view');
    endMembership(world.as(bo), kitchen, bo);
    inTeam(world, world.person('Yusuf'), garden, bo, 'comment', 'support');
    const isOwn = conflictList(world.as(bo), call.id)?.applications.filter((row) => row.isOwn);
    expect(isOwn?.map(({ applicationId }) => applicationId).toSorted()).toEqual([kitchen, garden].toSorted());
    for (const member of Object.values(members)) must(declareConflicts(world.as(member), call.id, []));
    must(openScoring(world.as(grace), call.id));
    expect(panelWork(world.as(bo), call.id)?.work.map((item) => item.applicationId)).toEqual([applications.Hana]);
    expect(openReading(world.as(bo), kitchen)).toBeNull();
    expect(saveScores(world.as(bo), garden, entries(call, 3, 3, 3)).ok).toBe(false);
  });

  it('loses sight of it the moment she joins', () => {
    const world = testWorld();
    const { call, applications, members } = scoringPanel(world);
    const [bo = '', kitchen = ''] = [members.Bo, applications.Amina];
    expect(openReading(world.as(bo), kitchen)).not.toBeNull();
    inTeam(world, world.person('Amina'), kitchen, bo, 'view');
    expect(openReading(world.as(bo), kitchen)).toBeNull();
    expect(panelWork(world.as(bo), call.id)?.work.map((item) => item.applicationId)).not.toContain(kitchen);
  });

  it('does not join what she has begun to score', () => {
    const world = testWorld();
    const { call, applications, members } = scoringPanel(world);
    const [bo = '', kitchen = ''] = [members.Bo, applications.Amina];
    must(saveScores(world.as(bo), kitchen, entries(call, 3, 3, 3)));
    const token = teamLink(world, world.person('Amina'), kitchen, 'view');
    expect(joinTeam(world.as(bo), token)).toEqual({ ok: false, reason: 'has-judged' });
  });

  it('cannot score it through the back door', () => {
    const world = testWorld();
    const { applications, members } = scoringPanel(world);
    const [bo = '', kitchen = ''] = [members.Bo, applications.Amina];
    inTeam(world, world.person('Amina'), kitchen, bo, 'view');
    const seat = world.db.$client.prepare('select id from panel_member where person_id = ?').pluck().get(bo);
    const insert = `insert into scoresheet (id, member_id, application_id, state, strength, concern, saved_at)
      values ('mine', '${seat}', '${kitchen}', 'draft', '', '', ${world.now()})`;
    expect(() => world.db.$client.exec(insert)).toThrow('her own team');
  });
});
