import { describe, expect, it } from 'vitest';
import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { withdrawApplication } from '../application/commands/withdraw-application.server.ts';
import { answerFairness } from './commands/answer-fairness.server.ts';
import { closeScoring } from './commands/close-scoring.server.ts';
import { submitScores } from './commands/submit-scores.server.ts';
import { fairnessAnswered, fairnessDesk } from './queries/fairness.server.ts';
import { entries, must, scoringPanel } from './trial-panel.testing.ts';

const SAID = 'Three applications are too few to see anything.';

/** Bo and Nadia have scored all three, and scoring has ended. */
function closed(world: TestWorld) {
  const round = scoringPanel(world);
  for (const name of ['Bo', 'Nadia']) {
    for (const applicationId of Object.values(round.applications)) {
      world.pass(60_000);
      must(submitScores(world.as(round.members[name] ?? ''), applicationId, entries(round.call, 3, 4)));
    }
  }
  must(closeScoring(world.as(round.grace), round.call.id));
  return round;
}

function desk(world: TestWorld, personId: Id, callId: Id) {
  const seen = fairnessDesk(world.as(personId), callId);
  invariant(seen !== null, 'whoever runs the panel sees it');
  return seen;
}

describe('the fairness check of a panel', () => {
  it('counts every application once in each dimension, and every sheet by when it was begun', () => {
    const world = testWorld();
    const { call, grace } = closed(world);
    const { figures } = desk(world, grace, call.id);
    expect(figures.form).toMatchObject([{ group: 'written', count: 3, mean: null }]);
    expect(figures.language).toMatchObject([{ group: 'en', count: 3 }]);
    expect(figures.help).toMatchObject([{ group: 'alone', count: 3 }]);
    expect(figures.before).toMatchObject([{ group: 'new', count: 3 }]);
    expect(figures.order).toMatchObject([
      { group: 'first-half', count: 4 },
      { group: 'second-half', count: 2 },
    ]);
  });

  it('is answered once for the scores as they are, by whoever runs the panel', () => {
    const world = testWorld();
    const { call, grace, members } = closed(world);
    const { scoresHash } = desk(world, grace, call.id);
    expect(fairnessAnswered(world.as(null), call.id)).toBe(false);
    for (const personId of [members.Bo ?? '', world.person('Amina')]) {
      expect(answerFairness(world.as(personId), call.id, SAID, scoresHash)).toMatchObject({ reason: 'not-found' });
      expect(fairnessDesk(world.as(personId), call.id)).toBeNull();
    }
    must(answerFairness(world.as(grace), call.id, SAID, scoresHash));
    expect(fairnessAnswered(world.as(null), call.id)).toBe(true);
    expect(desk(world, grace, call.id).answers).toMatchObject([{ response: SAID, by: 'Grace', isOfNow: true }]);
    expect(answerFairness(world.as(grace), call.id, SAID, scoresHash)).toMatchObject({ reason: 'already-answered' });
  });

  it('is asked for again when a score counts no more, and keeps what was said', async () => {
    const world = testWorld();
    const { call, grace, applications } = closed(world);
    const { scoresHash } = desk(world, grace, call.id);
    must(answerFairness(world.as(grace), call.id, SAID, scoresHash));
    must(await withdrawApplication(world.as(world.person('Amina')), applications.Amina ?? ''));
    expect(fairnessAnswered(world.as(null), call.id)).toBe(false);
    expect(answerFairness(world.as(grace), call.id, SAID, scoresHash)).toMatchObject({ reason: 'scores-changed' });
    must(answerFairness(world.as(grace), call.id, 'Two are fewer still.', desk(world, grace, call.id).scoresHash));
    expect(desk(world, grace, call.id).answers).toMatchObject([{ isOfNow: false }, { isOfNow: true }]);
    expect(() => world.db.$client.exec("update fairness_check set response = 'No'")).toThrow(/is kept/);
  });

  it('waits until scoring has ended', () => {
    const world = testWorld();
    const { call, grace } = scoringPanel(world);
    expect(fairnessDesk(world.as(grace), call.id)).toBeNull();
    expect(answerFairness(world.as(grace), call.id, SAID, '')).toMatchObject({ reason: 'not-closed' });
  });
});
