import { describe, expect, it } from 'vitest';
import { testWorld } from '#test/world/test-world.ts';
import { declareConflicts } from './commands/declare-conflicts.server.ts';
import { saveScores } from './commands/save-scores.server.ts';
import { submitScores } from './commands/submit-scores.server.ts';
import { conflictList } from './queries/conflict-list.server.ts';
import { hasDeclaredConflict, panelRanking } from './queries/panel-ranking.server.ts';
import { panelWork } from './queries/panel-work.server.ts';
import { openReading } from './queries/reading.server.ts';
import { scoringSheet } from './queries/scoring-sheet.server.ts';
import { entries, must, scoringPanel } from './trial-panel.testing.ts';

const MET = 'We met at an event.';

describe('a soft tie', () => {
  it('lets a member read, and keeps her from scoring', () => {
    const world = testWorld();
    const kitchen = (round: ReturnType<typeof scoringPanel>) => round.applications.Amina ?? '';
    const round = scoringPanel(world);
    const bo = world.as(round.members.Bo ?? '');
    must(declareConflicts(bo, round.call.id, [{ applicationId: kitchen(round), reason: MET, level: 'soft' }]));
    expect(scoringSheet(bo, kitchen(round))).toMatchObject({ mayScore: false, seen: null });
    expect(saveScores(bo, kitchen(round), entries(round.call, 3))).toEqual({ ok: false, reason: 'tied' });
    expect(submitScores(bo, kitchen(round), entries(round.call, 3))).toEqual({ ok: false, reason: 'tied' });
    const work = panelWork(bo, round.call.id);
    expect(work?.work.filter(({ applicationId }) => applicationId === kitchen(round))).toMatchObject([
      { state: 'to-read' },
    ]);
    expect(work).toMatchObject({ conflicts: 1, counts: { toDo: 2, handedIn: 0, toRead: 1 } });
    expect(hasDeclaredConflict(bo, round.members.Bo ?? '', kitchen(round))).toBe(true);
  });

  it('found later sets the sheet aside, which then counts for nothing', () => {
    const world = testWorld();
    const { call, applications, members } = scoringPanel(world);
    const [bo, kitchen] = [world.as(members.Bo ?? ''), applications.Amina ?? ''];
    must(submitScores(bo, kitchen, entries(call, 5)));
    expect(panelRanking(bo, call.id).find((row) => row.applicationId === kitchen)?.sheets).toBe(1);
    must(declareConflicts(bo, call.id, [{ applicationId: kitchen, reason: MET, level: 'soft' }]));
    expect(panelRanking(bo, call.id).find((row) => row.applicationId === kitchen)?.sheets).toBe(0);
    expect(panelWork(bo, call.id)).toMatchObject({ counts: { toDo: 2, handedIn: 0, toRead: 1 } });
    expect(scoringSheet(bo, kitchen)).toMatchObject({ mayScore: false, seen: null, sheet: { state: 'set-aside' } });
  });

  it('can grow into a hard one, which closes the page, and keeps what was said before', () => {
    const world = testWorld();
    const { call, applications, members } = scoringPanel(world);
    const [bo, kitchen] = [world.as(members.Bo ?? ''), applications.Amina ?? ''];
    must(declareConflicts(bo, call.id, [{ applicationId: kitchen, reason: MET, level: 'soft' }]));
    must(declareConflicts(bo, call.id, [{ applicationId: kitchen, reason: 'He is my cousin.' }]));
    expect(openReading(bo, kitchen)).toBeNull();
    expect(panelWork(bo, call.id)?.work.map(({ applicationId }) => applicationId)).not.toContain(kitchen);
    const row = conflictList(bo, call.id)?.applications.find(({ applicationId }) => applicationId === kitchen);
    expect(row).toMatchObject({ declared: 'hard', reason: 'He is my cousin.', raisedBy: 'member' });
    const kept = world.db.$client
      .prepare('select level, reason from conflict_history where application_id = ? order by declared_at, level')
      .all(kitchen);
    expect(kept).toContainEqual({ level: 'soft', reason: MET });
  });
});
