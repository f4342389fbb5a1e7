import { describe, expect, it } from 'vitest';
import { testWorld } from '#test/world/test-world.ts';
import { closeScoring } from './commands/close-scoring.server.ts';
import { passOn } from './commands/pass-on.server.ts';
import { submitScores } from './commands/submit-scores.server.ts';
import { panelRanking } from './queries/panel-ranking.server.ts';
import { whereIPassedOn } from './queries/passed-on.server.ts';
import { openReading } from './queries/reading.server.ts';
import { entries, must, scoringPanel, seated } from './trial-panel.testing.ts';

describe('giving back an application that is too close to home', () => {
  it('closes it at once, asks for no reason and keeps none', () => {
    const world = testWorld();
    const { call, applications, members } = scoringPanel(world);
    const [bo, kitchen] = [world.as(members.Bo ?? ''), applications.Amina ?? ''];
    expect(passOn(bo, kitchen)).toEqual({ ok: true, value: { callId: call.id } });
    expect(openReading(bo, kitchen)).toBeNull();
    const kept = world.db.$client.prepare("select level, reason, raised_by from conflict where level <> 'none'").all();
    expect(kept).toEqual([{ level: 'hard', reason: '', raised_by: 'passed-on' }]);
    expect(whereIPassedOn(bo, kitchen)).toBe(call.id);
  });

  it('sets aside what was scored on it, and leaves the sheets of others', () => {
    const world = testWorld();
    const { call, applications, members } = scoringPanel(world);
    const kitchen = applications.Amina ?? '';
    for (const name of ['Bo', 'Nadia']) must(submitScores(world.as(members[name] ?? ''), kitchen, entries(call, 4)));
    must(passOn(world.as(members.Bo ?? ''), kitchen));
    const row = panelRanking(world.as(null), call.id).find(({ applicationId }) => applicationId === kitchen);
    expect(row?.sheets).toBe(1);
  });

  it('is over with the scoring: what was counted stays in the count', () => {
    const world = testWorld();
    const { call, grace, applications, members } = scoringPanel(world);
    const [bo, kitchen] = [world.as(members.Bo ?? ''), applications.Amina ?? ''];
    must(submitScores(bo, kitchen, entries(call, 1)));
    must(closeScoring(world.as(grace), call.id));
    expect(passOn(bo, kitchen)).toEqual({ ok: false, reason: 'not-scoring' });
    const row = panelRanking(world.as(null), call.id).find(({ applicationId }) => applicationId === kitchen);
    expect(row?.sheets).toBe(1);
    expect([openReading(bo, kitchen)?.mayScore, whereIPassedOn(bo, kitchen)]).toEqual([true, null]);
  });

  it('is done once, and is nobody else’s to do', () => {
    const world = testWorld();
    const round = scoringPanel(world);
    const [bo, kitchen] = [world.as(round.members.Bo ?? ''), round.applications.Amina ?? ''];
    must(passOn(bo, kitchen));
    expect(passOn(bo, kitchen)).toEqual({ ok: false, reason: 'not-found' });
    const late = seated(world, round, 'Sami', 'expert');
    for (const who of [late, round.grace, world.person('Amina'), null]) {
      expect(passOn(world.as(who), kitchen)).toEqual({ ok: false, reason: 'not-found' });
      expect(whereIPassedOn(world.as(who), kitchen)).toBeNull();
    }
  });
});
