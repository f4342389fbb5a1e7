import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '#app/kernel/instant.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { agreeTerms } from './commands/agree-terms.server.ts';
import { chooseRule } from './commands/choose-rule.server.ts';
import { declareConflicts } from './commands/declare-conflicts.server.ts';
import { giveOut } from './commands/give-out.server.ts';
import { openScoring } from './commands/open-scoring.server.ts';
import { savePhase } from './commands/save-phase.server.ts';
import { saveScores } from './commands/save-scores.server.ts';
import { submitScores } from './commands/submit-scores.server.ts';
import { giveOutPlan } from './queries/give-out-plan.server.ts';
import { panelWork } from './queries/panel-work.server.ts';
import { USUAL_RULE } from './rules/panel-rule.ts';
import { closedCall, entries, must, seated, TERMS } from './trial-panel.testing.ts';

const APPLICANTS = Array.from({ length: 18 }, (_, at) => `Applicant ${at + 1}`);

/** Eighteen short applications, a minute each, for two people of whom each gives a quarter of an hour a day. */
function shortOfDays(world: TestWorld, hours: number) {
  const round = closedCall(world, APPLICANTS);
  const { call, grace } = round;
  must(chooseRule(world.as(grace), call.id, { ...USUAL_RULE, reviews: 2 }, null));
  const members = ['Bo', 'Nadia'].map((name) => seated(world, round, name, 'participant'));
  for (const personId of members) {
    must(agreeTerms(world.as(personId), call.id, { ...TERMS, minutesPerDay: 15 }));
    must(declareConflicts(world.as(personId), call.id, []));
  }
  // At ten in the morning, so that the hours below are of one day or of two.
  const startsAt = Math.ceil(world.now() / DAY) * DAY + 10 * HOUR;
  const phase = {
    name: 'Score',
    startsAt,
    endsAt: startsAt + hours * HOUR,
    allows: 'score',
    names: 'shown',
    others: 'never',
    reviewerNames: false,
    scope: 'assigned',
    recordings: 'all',
  } as const;
  must(savePhase(world.as(grace), call.id, null, phase));
  must(openScoring(world.as(grace), call.id));
  world.moveTo(startsAt);
  const planNow = () => giveOutPlan(world.as(grace), call.id, 'nothing');
  const [bo = ''] = members;
  const workOfBo = () => panelWork(world.as(bo), call.id);
  return {
    ...round,
    bo,
    planNow,
    workOfBo,
    giveAll: () => giveOut(world.as(grace), call.id, 'nothing', planNow()?.key ?? ''),
  };
}

describe('minutes for one day', () => {
  it('cap what is given out over the days that are left, and the plan says that it was they', () => {
    const world = testWorld();
    const { planNow } = shortOfDays(world, 6);
    const plan = planNow();
    expect(plan).toMatchObject({ daysLeft: 1, given: 30 });
    expect(plan?.members.map(({ minutes, minutesMax }) => [minutes, minutesMax])).toEqual([
      [15, 15],
      [15, 15],
    ]);
    expect(plan?.unplaced.length).toBeGreaterThan(0);
    expect(new Set(plan?.unplaced.map(({ lack }) => lack))).toEqual(new Set(['days']));
  });

  it('leave nothing without readers when there is a day more', () => {
    const { planNow } = shortOfDays(testWorld(), 24);
    expect(planNow()).toMatchObject({ daysLeft: 2, given: 36, unplaced: [] });
  });

  it('are not used up again by what is handed in, and are gone when no day is left', () => {
    const world = testWorld();
    const { planNow, giveAll, workOfBo, bo, call } = shortOfDays(world, 24 + 6);
    expect(planNow()?.daysLeft).toBe(2);
    must(giveAll());
    for (const { applicationId } of workOfBo()?.work.slice(0, 10) ?? []) {
      must(submitScores(world.as(bo), applicationId, entries(call, 3)));
    }
    const maxOfBo = () => planNow()?.members.find(({ name }) => name === 'Bo')?.minutesMax;
    // Today five more fit, and fifteen tomorrow.
    expect(maxOfBo()).toBe(10 + 5 + 15);
    world.pass(DAY);
    expect(maxOfBo()).toBe(10 + 15);
    world.pass(6 * HOUR);
    expect(planNow()?.daysLeft).toBe(0);
    expect(maxOfBo()).toBe(10);
  });

  it('end a member’s queue of the day, and nobody who goes on is stopped', () => {
    const world = testWorld();
    const { giveAll, workOfBo, bo, call } = shortOfDays(world, 24 + 6);
    must(giveAll());
    expect(workOfBo()?.today).toMatchObject({ minutesADay: 15, minutes: 15 });
    const queue = workOfBo()?.today?.applicationIds ?? [];
    for (const [place, applicationId] of queue.entries()) {
      expect(workOfBo()?.today?.applicationIds).toHaveLength(queue.length - place);
      must(submitScores(world.as(bo), applicationId, entries(call, 3)));
    }
    expect(workOfBo()?.today).toMatchObject({ applicationIds: [], minutes: 0 });
    const [next] = workOfBo()?.work.filter(({ state }) => state === 'to-do') ?? [];
    must(saveScores(world.as(bo), next?.applicationId ?? '', entries(call, 3)));
    must(submitScores(world.as(bo), next?.applicationId ?? '', entries(call, 3)));
    world.pass(DAY);
    expect(workOfBo()?.today?.minutes).toBeGreaterThan(0);
  });
});
