import { describe, expect, it } from 'vitest';
import { DAY } from '#app/kernel/instant.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { withdrawApplication } from '../application/commands/withdraw-application.server.ts';
import { chooseRule } from './commands/choose-rule.server.ts';
import { declareConflicts } from './commands/declare-conflicts.server.ts';
import { giveOut } from './commands/give-out.server.ts';
import { openScoring } from './commands/open-scoring.server.ts';
import { remindOfScores } from './commands/remind-members.server.ts';
import { saveScores } from './commands/save-scores.server.ts';
import { submitScores } from './commands/submit-scores.server.ts';
import { giveOutPlan } from './queries/give-out-plan.server.ts';
import { missingSheets } from './queries/missing-sheets.server.ts';
import { panelBoard } from './queries/panel-board.server.ts';
import { panelWork } from './queries/panel-work.server.ts';
import { reminderDesk } from './queries/reminder-desk.server.ts';
import { givenOut } from './store/assignments.server.ts';
import { writePhase } from './store/phases.server.ts';
import { entries, must, seatedPanel, type TrialPanel } from './trial-panel.testing.ts';

/** A panel of three that scores for ten days and may read everything meanwhile. */
function panelAtWork(world: TestWorld, reviews = 3): TrialPanel {
  const round = seatedPanel(world);
  const grace = world.as(round.grace);
  must(chooseRule(grace, round.call.id, { method: 'mean', middle: 'discussion', reviews, quorum: 2 }, null));
  for (const personId of Object.values(round.members)) must(declareConflicts(world.as(personId), round.call.id, []));
  must(openScoring(grace, round.call.id));
  writePhase(world.db, round.call.id, {
    id: 'scoring',
    name: 'Scoring',
    startsAt: world.now(),
    endsAt: world.now() + 10 * DAY,
    allows: 'score',
    names: 'shown',
    others: 'after-mine',
    reviewerNames: true,
    scope: 'all',
    recordings: 'all',
  });
  return round;
}

function share(world: TestWorld, round: TrialPanel, moves: 'nothing' | 'not-begun' = 'nothing') {
  const grace = world.as(round.grace);
  return must(giveOut(grace, round.call.id, moves, giveOutPlan(grace, round.call.id, moves)?.key ?? ''));
}

const withdraw = async (world: TestWorld, round: TrialPanel, who: string) =>
  must(await withdrawApplication(world.as(world.person(who)), round.applications[who] ?? ''));

const missingOf = (world: TestWorld, round: TrialPanel) =>
  missingSheets(world.as(null), round.call.id).map(({ missing }) => missing);

describe('an application that is withdrawn while the panel scores', () => {
  it('is not given out, whether somebody has begun it or handed it in', async () => {
    const world = testWorld();
    const round = panelAtWork(world);
    const kitchen = round.applications.Amina ?? '';
    must(saveScores(world.as(round.members.Bo ?? ''), kitchen, entries(round.call, 2)));
    must(submitScores(world.as(round.members.Nadia ?? ''), kitchen, entries(round.call, 2)));
    await withdraw(world, round, 'Amina');
    expect(share(world, round)).toBe('given-out');
    const given = givenOut(world.db, round.call.id).map(({ applicationId }) => applicationId);
    expect(given).toHaveLength(6);
    expect(given).not.toContain(kitchen);
  });

  it('is neither given again nor taken away when it lies on a desk already', async () => {
    const world = testWorld();
    const round = panelAtWork(world);
    share(world, round);
    await withdraw(world, round, 'Amina');
    for (const moves of ['nothing', 'not-begun'] as const) {
      expect(giveOutPlan(world.as(round.grace), round.call.id, moves)).toMatchObject({ given: 0, taken: 0 });
      expect(share(world, round, moves)).toBe('given-out');
    }
  });

  it.each([
    ['where everybody reads everything', false],
    ['where reviews were given out', true],
  ])('is missing from nobody, and nobody is reminded of it, %s', async (_where, isGivenOut) => {
    const world = testWorld();
    const round = panelAtWork(world);
    if (isGivenOut) share(world, round);
    for (const personId of Object.values(round.members))
      for (const name of ['Yusuf', 'Hana'])
        must(submitScores(world.as(personId), round.applications[name] ?? '', entries(round.call, 3)));
    const board = () => panelBoard(world.as(round.grace), round.call.id);
    expect(missingOf(world, round)).toEqual([1, 1, 1]);
    expect(board()?.sheetsMissing).toBe(3);
    await withdraw(world, round, 'Amina');
    expect(missingOf(world, round)).toEqual([0, 0, 0]);
    expect(board()?.members.map(({ assigned, submitted }) => [assigned, submitted])).toEqual([
      [2, 2],
      [2, 2],
      [2, 2],
    ]);
    expect(board()?.sheetsMissing).toBe(0);
    world.pass(9 * DAY);
    expect(remindOfScores(world.as(null))).toEqual({ promised: 0 });
    world.pass(DAY);
    expect(reminderDesk(world.as(round.grace), round.call.id)).toMatchObject({ isOverdue: true, members: [] });
    expect(panelWork(world.as(round.members.Bo ?? ''), round.call.id)?.counts).toMatchObject({ toDo: 0, handedIn: 2 });
  });
});

describe('a sheet about what lies on other desks', () => {
  it('makes up for none that is missing on her own', () => {
    const world = testWorld();
    const round = panelAtWork(world, 2);
    share(world, round);
    const bo = world.as(round.members.Bo ?? '');
    const toDo = panelWork(bo, round.call.id)?.work ?? [];
    const [extra] = toDo.filter(({ state }) => state === 'to-read');
    const own = toDo.filter(({ state }) => state === 'to-do').length;
    const before = panelBoard(world.as(round.grace), round.call.id)?.sheetsMissing;
    must(submitScores(bo, extra?.applicationId ?? '', entries(round.call, 3)));
    expect(missingSheets(bo, round.call.id).find(({ personId }) => personId === round.members.Bo)?.missing).toBe(own);
    expect(panelBoard(world.as(round.grace), round.call.id)?.sheetsMissing).toBe(before);
  });
});
