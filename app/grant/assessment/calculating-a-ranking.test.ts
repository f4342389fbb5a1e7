import { describe, expect, it } from 'vitest';
import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { withdrawApplication } from '../application/commands/withdraw-application.server.ts';
import { calculateRanking } from './commands/calculate-ranking.server.ts';
import { chooseRule } from './commands/choose-rule.server.ts';
import { closeScoring } from './commands/close-scoring.server.ts';
import { declareConflicts } from './commands/declare-conflicts.server.ts';
import { lockShortlist } from './commands/lock-shortlist.server.ts';
import { openScoring } from './commands/open-scoring.server.ts';
import { submitScores } from './commands/submit-scores.server.ts';
import { askForRanking } from './commands/want-ranking.server.ts';
import { chooseShortlist } from './decide-by-two.testing.ts';
import { rankedPanel } from './queries/ranked-panel.server.ts';
import { USUAL_RULE } from './rules/panel-rule.ts';
import { closedCall, entries, must, seated, type TrialPanel } from './trial-panel.testing.ts';

const APPLICANTS = ['Amina', 'Yusuf', 'Hana', 'Dilan', 'Rosa', 'Samuel'];

/** Six applications, which Bo, Nadia and Helen have all scored: Helen a point less than the others. */
function scored(world: TestWorld, method: 'mean' | 'z' | 'bayes'): TrialPanel {
  const round = closedCall(world, APPLICANTS, { awardsPlanned: 2 });
  must(chooseRule(world.as(round.grace), round.call.id, { ...USUAL_RULE, method }, null));
  const members = {
    Bo: seated(world, round, 'Bo', 'participant'),
    Nadia: seated(world, round, 'Nadia', 'participant'),
    Helen: seated(world, round, 'Helen', 'funder'),
  };
  for (const personId of Object.values(members)) must(declareConflicts(world.as(personId), round.call.id, []));
  must(openScoring(world.as(round.grace), round.call.id));
  for (const [name, personId] of Object.entries(members)) {
    for (const [place, applicationId] of Object.values(round.applications).entries()) {
      const score = Math.max(1, 5 - Math.floor(place / 2) - (name === 'Helen' ? 1 : 0));
      must(submitScores(world.as(personId), applicationId, entries(round.call, score)));
    }
  }
  must(closeScoring(world.as(round.grace), round.call.id));
  return { ...round, members };
}

async function kept(world: TestWorld): Promise<void> {
  const { failed } = await keepPromises(() => world.as(null), keepers);
  invariant(failed === 0, 'every promise is kept');
}

function ranked(world: TestWorld, callId: Id) {
  const panel = rankedPanel(world.as(null), callId);
  invariant(panel !== null, 'the call is there');
  return panel;
}

describe('the ranking of a panel', () => {
  it('is the plain mean until the announced method has been calculated, and says so', async () => {
    const world = testWorld();
    const { call, grace } = scored(world, 'bayes');
    const lock = () => lockShortlist(world.as(grace), call.id, null);
    expect(lock()).toEqual({ ok: false, reason: 'ranking-waits' });
    const before = ranked(world, call.id);
    expect(before).toMatchObject({ standing: 'waiting', ranAt: null, ranking: { method: 'mean' } });
    expect(before.places[0]).toMatchObject({ rank: 1, expectedRank: null });
    await kept(world);
    const after = ranked(world, call.id);
    expect(lock()).toEqual({ ok: false, reason: 'decision-missing' });
    expect(after).toMatchObject({ standing: 'there', ranAt: world.now(), ranking: { method: 'bayes' } });
    expect(after.ranking?.convergence?.rHat).toBeLessThanOrEqual(1.01);
    expect(after.places[0]?.expectedRank).toBeGreaterThanOrEqual(1);
    expect(after.places.map(({ group }) => group)).not.toContain(null);
  });

  it('is kept once, however often somebody wants it', async () => {
    const world = testWorld();
    const { call, grace } = scored(world, 'bayes');
    must(askForRanking(world.as(grace), call.id));
    await kept(world);
    const runs = world.db.$client.prepare('select count(*) from ranking_run').pluck().get();
    expect(runs).toBe(1);
    expect(askForRanking(world.as(grace), call.id)).toMatchObject({ reason: 'already-there' });
  });

  it('is of the scores that count now: with one application less it waits again', async () => {
    const world = testWorld();
    const { call, grace, applications } = scored(world, 'bayes');
    await kept(world);
    must(await withdrawApplication(world.as(world.person('Amina')), applications.Amina ?? ''));
    expect(ranked(world, call.id)).toMatchObject({ standing: 'waiting', ranking: { method: 'mean' } });
    must(askForRanking(world.as(grace), call.id));
    await kept(world);
    expect(ranked(world, call.id).standing).toBe('there');
    expect(ranked(world, call.id).places).toHaveLength(5);
  });

  it('is made anew by itself where one of them turns out not to fit the rules', async () => {
    const world = testWorld();
    const { call, grace, applications } = scored(world, 'bayes');
    await kept(world);
    const amina = applications.Amina ?? '';
    const reason = 'The work is already paid for.';
    must(chooseShortlist(world.as(grace), call.id, [{ applicationId: amina, decision: 'ineligible', reason }]));
    await kept(world);
    const { standing, ranking } = ranked(world, call.id);
    expect(standing).toBe('there');
    expect(ranking?.applications.map(({ application }) => application)).not.toContain(amina);
  });

  it('that became old while it was calculated is followed by another', async () => {
    const world = testWorld();
    const { call, grace, applications } = scored(world, 'bayes');
    const promised = { id: 'one', kind: 'panel-ranking-wanted', subjectId: call.id, detail: { by: grace } } as const;
    const write = await calculateRanking(world.as(null), promised);
    must(await withdrawApplication(world.as(world.person('Amina')), applications.Amina ?? ''));
    write(world.db);
    expect(ranked(world, call.id).standing).toBe('waiting');
    await kept(world);
    expect(ranked(world, call.id).standing).toBe('there');
  });

  it('is worked out on the spot where that takes no time, and kept all the same', async () => {
    const world = testWorld();
    const { call } = scored(world, 'z');
    const before = ranked(world, call.id);
    expect(before).toMatchObject({ standing: 'there', ranAt: null, ranking: { method: 'z' } });
    await kept(world);
    const after = ranked(world, call.id);
    expect(after).toMatchObject({ standing: 'there', ranAt: world.now() });
    expect(after.places).toEqual(before.places);
  });

  it('tells strict readers from generous ones', async () => {
    const world = testWorld();
    const { call } = scored(world, 'bayes');
    await kept(world);
    const severities = ranked(world, call.id).ranking?.reviewers.map(({ severity }) => severity ?? 0) ?? [];
    expect(severities.filter((severity) => severity < -0.2)).toHaveLength(1);
  });

  it('is asked for by whoever runs the panel, and only after the close', () => {
    const world = testWorld();
    const { call, members } = scored(world, 'bayes');
    for (const personId of [members.Bo ?? '', world.person('Amina'), null]) {
      expect(askForRanking(world.as(personId), call.id)).toMatchObject({ reason: 'not-found' });
    }
  });
});
