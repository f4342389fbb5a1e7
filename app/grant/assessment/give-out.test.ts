import { describe, expect, it } from 'vitest';
import type { Id } from '#app/kernel/id.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { messagesOf } from '#test/world/messages-of.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { chooseRule } from './commands/choose-rule.server.ts';
import { declareConflicts } from './commands/declare-conflicts.server.ts';
import { giveOut } from './commands/give-out.server.ts';
import { leavePanel } from './commands/leave-panel.server.ts';
import { openScoring } from './commands/open-scoring.server.ts';
import { passOn } from './commands/pass-on.server.ts';
import { saveScores } from './commands/save-scores.server.ts';
import { submitScores } from './commands/submit-scores.server.ts';
import { giveOutPlan } from './queries/give-out-plan.server.ts';
import { panelBoard } from './queries/panel-board.server.ts';
import { panelWork } from './queries/panel-work.server.ts';
import { openReading } from './queries/reading.server.ts';
import { entries, must, seated, seatedPanel, type TrialPanel } from './trial-panel.testing.ts';

/** Three on the panel who know nobody, two reviews for each of three applications, scoring open, nothing given out. */
function panelOfTwoReviews(world: TestWorld): TrialPanel {
  const round = seatedPanel(world);
  must(
    chooseRule(
      world.as(round.grace),
      round.call.id,
      { method: 'mean', middle: 'discussion', reviews: 2, quorum: 2 },
      null,
    ),
  );
  for (const personId of Object.values(round.members)) must(declareConflicts(world.as(personId), round.call.id, []));
  must(openScoring(world.as(round.grace), round.call.id));
  return round;
}

function givenBy(
  world: TestWorld,
  round: Pick<TrialPanel, 'grace' | 'call'>,
  moves: 'nothing' | 'not-begun' = 'nothing',
) {
  const grace = world.as(round.grace);
  const plan = giveOutPlan(grace, round.call.id, moves);
  must(giveOut(grace, round.call.id, moves, plan?.key ?? ''));
}

const workOf = (world: TestWorld, round: TrialPanel, personId: Id | undefined) =>
  (panelWork(world.as(personId ?? ''), round.call.id)?.work ?? []).map(({ applicationId }) => applicationId);

/** How many of the members have each application on their page. */
function readersOf(world: TestWorld, round: TrialPanel, members: readonly Id[]) {
  const all = members.flatMap((member) => workOf(world, round, member));
  return Object.values(round.applications).map((id) => all.filter((one) => one === id).length);
}

describe('giving out the reviews of a panel', () => {
  it('lets everybody read everything until it is done, and afterwards only what lies on their desk', () => {
    const world = testWorld();
    const round = panelOfTwoReviews(world);
    expect(workOf(world, round, round.members.Bo)).toHaveLength(3);
    givenBy(world, round);
    expect(readersOf(world, round, Object.values(round.members))).toEqual([2, 2, 2]);
    const mine = workOf(world, round, round.members.Bo);
    expect(mine.length).toBeLessThan(3);
    for (const applicationId of Object.values(round.applications)) {
      expect(openReading(world.as(round.members.Bo ?? ''), applicationId) !== null).toBe(mine.includes(applicationId));
    }
    const board = panelBoard(world.as(round.grace), round.call.id);
    expect(board?.members.reduce((sum, member) => sum + member.assigned, 0)).toBe(6);
  });

  it('shows beforehand what it will do, and changes nothing by showing it', () => {
    const world = testWorld();
    const round = panelOfTwoReviews(world);
    const plan = giveOutPlan(world.as(round.grace), round.call.id, 'nothing');
    expect(plan).toMatchObject({ refusal: null, reviews: 2, given: 6, taken: 0, unplaced: [], lastGivenAt: null });
    expect(plan?.members.map(({ gets }) => gets.count).reduce((sum, one) => sum + one, 0)).toBe(6);
    expect(giveOutPlan(world.as(round.grace), round.call.id, 'nothing')?.key).toBe(plan?.key);
    givenBy(world, round);
    for (const member of plan?.members ?? []) {
      const person = world.db.$client
        .prepare('select person_id from panel_member where id = ?')
        .pluck()
        .get(member.memberId);
      expect(workOf(world, round, String(person)).toSorted()).toEqual(
        member.gets.first.map(({ applicationId }) => applicationId).toSorted(),
      );
    }
  });

  it('gives nobody what she is tied to, and says of what is left why it lacks readers', () => {
    const world = testWorld();
    const round = panelOfTwoReviews(world);
    const kitchen = round.applications.Amina ?? '';
    for (const name of ['Bo', 'Helen']) {
      must(
        declareConflicts(world.as(round.members[name] ?? ''), round.call.id, [
          { applicationId: kitchen, reason: 'We met.', level: name === 'Bo' ? 'soft' : 'hard' },
        ]),
      );
    }
    const plan = giveOutPlan(world.as(round.grace), round.call.id, 'nothing');
    expect(plan?.unplaced).toMatchObject([{ applicationId: kitchen, missing: 1, lack: 'ties' }]);
    givenBy(world, round);
    expect(workOf(world, round, round.members.Nadia)).toContain(kitchen);
  });

  it('takes an application off the desk with the tie that comes to light, and finds somebody else for it', () => {
    const world = testWorld();
    const round = panelOfTwoReviews(world);
    const sami = seated(world, round, 'Sami', 'participant');
    givenBy(world, round);
    const bo = round.members.Bo ?? '';
    const [first = ''] = workOf(world, round, bo);
    must(saveScores(world.as(bo), first, entries(round.call, 2)));
    must(passOn(world.as(bo), first));
    expect(workOf(world, round, bo)).not.toContain(first);
    must(declareConflicts(world.as(sami), round.call.id, []));
    givenBy(world, round);
    expect(readersOf(world, round, [...Object.values(round.members), sami])).toEqual([2, 2, 2]);
  });

  it('moves nothing that lies somewhere when only gaps are filled, and nothing that was begun when it is shared out again', () => {
    const world = testWorld();
    const round = panelOfTwoReviews(world);
    givenBy(world, round);
    const bo = round.members.Bo ?? '';
    const before = workOf(world, round, bo).toSorted();
    const [begun = ''] = before;
    must(saveScores(world.as(bo), begun, entries(round.call, 2)));
    const sami = seated(world, round, 'Sami', 'participant');
    must(declareConflicts(world.as(sami), round.call.id, []));
    expect(giveOutPlan(world.as(round.grace), round.call.id, 'nothing')).toMatchObject({ given: 0, taken: 0 });
    givenBy(world, round, 'not-begun');
    expect(workOf(world, round, bo)).toContain(begun);
    expect(workOf(world, round, sami).length).toBeGreaterThan(0);
    expect(readersOf(world, round, [...Object.values(round.members), sami])).toEqual([2, 2, 2]);
  });

  it('keeps what somebody handed in before she left, and gives the rest to others', () => {
    const world = testWorld();
    const round = panelOfTwoReviews(world);
    givenBy(world, round);
    const helen = round.members.Helen ?? '';
    const [handedIn = '', ...rest] = workOf(world, round, helen);
    must(submitScores(world.as(helen), handedIn, entries(round.call, 4)));
    must(leavePanel(world.as(helen), round.call.id));
    const plan = giveOutPlan(world.as(round.grace), round.call.id, 'nothing');
    expect(plan?.given).toBe(rest.length);
    givenBy(world, round);
    const others = readersOf(world, round, [round.members.Bo ?? '', round.members.Nadia ?? '']);
    expect(others).toEqual(Object.values(round.applications).map((id) => (id === handedIn ? 1 : 2)));
  });

  it('does nothing when something has changed since the plan was seen', () => {
    const world = testWorld();
    const round = panelOfTwoReviews(world);
    const grace = world.as(round.grace);
    const seen = giveOutPlan(grace, round.call.id, 'nothing')?.key ?? '';
    must(leavePanel(world.as(round.members.Helen ?? ''), round.call.id));
    expect(giveOut(grace, round.call.id, 'nothing', seen)).toEqual({ ok: false, reason: 'plan-changed' });
    expect(workOf(world, round, round.members.Bo)).toHaveLength(3);
  });

  it('waits until the promised share of participants sits on the panel', () => {
    const world = testWorld();
    const round = panelOfTwoReviews(world);
    for (const name of ['Bo', 'Nadia']) must(leavePanel(world.as(round.members[name] ?? ''), round.call.id));
    const plan = giveOutPlan(world.as(round.grace), round.call.id, 'nothing');
    expect(plan?.refusal).toBe('composition-not-met');
    expect(giveOut(world.as(round.grace), round.call.id, 'nothing', plan?.key ?? '')).toEqual({
      ok: false,
      reason: 'composition-not-met',
    });
  });

  it('gives nothing to somebody who has still to say whom she knows', () => {
    const world = testWorld();
    const round = panelOfTwoReviews(world);
    seated(world, round, 'Sami', 'participant');
    const plan = giveOutPlan(world.as(round.grace), round.call.id, 'nothing');
    expect(plan?.silent).toEqual(['Sami']);
    expect(plan?.members.map(({ name }) => name)).not.toContain('Sami');
  });

  it('writes once to everybody who got something', async () => {
    const world = testWorld();
    const round = panelOfTwoReviews(world);
    givenBy(world, round);
    await keepPromises(() => world.as(null), keepers);
    const letters = messagesOf(world.as(null), [round.call.partnerId], 50).filter(({ subject }) =>
      subject.startsWith('Something new to read'),
    );
    expect(letters.map(({ recipient }) => recipient).toSorted()).toEqual(
      ['bo', 'helen', 'nadia'].map((name) => `${name}@people.example`),
    );
  });

  it('is for whoever runs the panel and nobody else', () => {
    const world = testWorld();
    const round = panelOfTwoReviews(world);
    for (const who of [round.members.Bo ?? '', world.person('Amina'), world.person('Daniel'), null]) {
      expect(giveOutPlan(world.as(who), round.call.id, 'nothing')).toBeNull();
      expect(giveOut(world.as(who), round.call.id, 'nothing', '')).toEqual({ ok: false, reason: 'not-found' });
    }
  });
});
