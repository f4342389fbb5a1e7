import { describe, expect, it } from 'vitest';
import { testWorld } from '#test/world/test-world.ts';
import { closeScoring } from './commands/close-scoring.server.ts';
import { submitScores } from './commands/submit-scores.server.ts';
import { decideByTwo } from './decide-by-two.testing.ts';
import { panelMakeups } from './queries/panel-makeup.server.ts';
import { announcedRule } from './queries/panel-rule.server.ts';
import { entries, must, scoringPanel } from './trial-panel.testing.ts';

describe('who was on a panel, in numbers', () => {
  it('is public once the decision is out, with what was promised, and not before', () => {
    const world = testWorld();
    const { call, grace, members, applications } = scoringPanel(world);
    for (const id of Object.values(applications)) must(submitScores(world.as(members.Bo ?? ''), id, entries(call, 4)));
    must(closeScoring(world.as(grace), call.id));
    const shown = () => announcedRule(world.as(null), call.slug)?.decidedBy;
    expect(shown()).toBeNull();
    expect(panelMakeups(world.as(null), [call]).size).toBe(0);
    const all = Object.values(applications).map((applicationId) => {
      return { applicationId, decision: 'shortlisted' as const, reason: 'Well done.' };
    });
    must(decideByTwo(world.as(grace), world.as(world.person('Daniel')), call.id, all));
    const makeup = { accepted: 3, participants: 2, sharePercent: 66, isMet: true };
    expect(shown()).toMatchObject({ ...makeup, shareMinPercent: call.participantShareMinPercent });
    // A promise that was higher than what sat there would be shown as not kept.
    const promised = (participantShareMinPercent: number) =>
      panelMakeups(world.as(null), [{ id: call.id, participantShareMinPercent }]).get(call.id)?.isMet;
    expect([promised(66), promised(67)]).toEqual([true, false]);
  });
});
