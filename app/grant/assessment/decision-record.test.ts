import { describe, expect, it } from 'vitest';
import { testWorld } from '#test/world/test-world.ts';
import { closeScoring } from './commands/close-scoring.server.ts';
import { submitScores } from './commands/submit-scores.server.ts';
import { decideByTwo } from './decide-by-two.testing.ts';
import { decisionRecord } from './queries/decision-record.server.ts';
import { entries, must, scoringPanel } from './trial-panel.testing.ts';

describe('the record of a decision', () => {
  it('is for everybody involved once all have been told, each finding her own application by its name', () => {
    const world = testWorld();
    const round = scoringPanel(world);
    const { call, grace, members, applications } = round;
    const [bo = '', daniel, amina] = [members.Bo, world.person('Daniel'), world.person('Amina')];
    for (const id of Object.values(applications)) must(submitScores(world.as(bo), id, entries(call, 4)));
    must(closeScoring(world.as(grace), call.id));
    expect(decisionRecord(world.as(grace), call.slug)).toBeNull();
    const decisions = Object.values(applications).map((applicationId) => {
      return { applicationId, decision: 'shortlisted' as const, reason: 'Well done.' };
    });
    must(decideByTwo(world.as(grace), world.as(daniel), call.id, decisions));
    for (const personId of [grace, daniel, bo]) {
      const record = decisionRecord(world.as(personId), call.slug);
      expect(record?.rows.map(({ title, sheets }) => [title, sheets])).toEqual([
        [null, 1],
        [null, 1],
        [null, 1],
      ]);
      expect(record).toMatchObject({ composition: { accepted: 3, participants: 2 }, ties: { hard: 0, soft: 0 } });
      expect(record?.fairness).toHaveLength(1);
      expect(record?.agreed?.confirmedAt).not.toBeNull();
    }
    const own = decisionRecord(world.as(amina), call.slug)?.rows.map(({ title }) => title);
    expect(own?.filter((title) => title !== null)).toEqual(['Amina’s plan']);
    for (const personId of [world.person('Somebody else'), null]) {
      expect(decisionRecord(world.as(personId), call.slug)).toBeNull();
    }
  });
});
