import { describe, expect, it } from 'vitest';
import { testWorld } from '#test/world/test-world.ts';
import { hideFrom } from '../application/commands/hide-from.server.ts';
import { closeScoring } from './commands/close-scoring.server.ts';
import { submitScores } from './commands/submit-scores.server.ts';
import { panelBoard } from './queries/panel-board.server.ts';
import { entries, must, scoringPanel } from './trial-panel.testing.ts';

describe('ending the scoring of a panel that has not read as much as it promised', () => {
  it('names what lacks sheets before it is done, and is done as it was seen', () => {
    const world = testWorld();
    const { call, grace, members, applications } = scoringPanel(world);
    const [amina = '', yusuf = '', hana = ''] = ['Amina', 'Yusuf', 'Hana'].map((name) => applications[name]);
    const scores = (name: string, applicationId: string) =>
      must(submitScores(world.as(members[name] ?? ''), applicationId, entries(call, 3)));
    for (const name of ['Bo', 'Nadia', 'Helen']) scores(name, amina);
    for (const name of ['Bo', 'Nadia']) scores(name, yusuf);
    scores('Helen', hana);
    const short = () => panelBoard(world.as(grace), call.id)?.short;
    const lacking = () => short()?.named.map((row) => [row.applicationId, row.missing, row.isBelowShare]);
    const before = short()?.key ?? '';
    expect(new Set(lacking())).toEqual(
      new Set([
        [yusuf, 1, false],
        [hana, 2, true],
      ]),
    );
    scores('Nadia', hana);
    expect(lacking()).toContainEqual([hana, 1, false]);
    expect(closeScoring(world.as(grace), call.id, before)).toEqual({ ok: false, reason: 'readers-changed' });
    expect(closeScoring(world.as(grace), call.id, '')).toEqual({ ok: false, reason: 'readers-changed' });
    must(closeScoring(world.as(grace), call.id, short()?.key));
    expect(short()).toBeNull();
  });

  it('counts what is hidden from whoever looks, and does not name it', () => {
    const world = testWorld();
    const { call, grace, applications } = scoringPanel(world);
    const hidden = { kind: 'person', name: 'Grace', email: '' } as const;
    must(hideFrom(world.as(world.person('Amina')), applications.Amina ?? '', hidden));
    const short = panelBoard(world.as(grace), call.id)?.short;
    expect(short?.count).toBe(3);
    expect(short?.named).toHaveLength(2);
  });
});
