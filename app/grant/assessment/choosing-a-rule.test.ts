import { describe, expect, it } from 'vitest';
import { testWorld } from '#test/world/test-world.ts';
import { chooseRule } from './commands/choose-rule.server.ts';
import { openScoring } from './commands/open-scoring.server.ts';
import { announcedRule, panelRule, ruleDesk } from './queries/panel-rule.server.ts';
import { type PanelRule, USUAL_RULE } from './rules/panel-rule.ts';
import { closedCall, must, scoringPanel, seatedPanel } from './trial-panel.testing.ts';

const BY_LOT: PanelRule = { method: 'bayes', middle: 'lottery', reviews: 4, quorum: 5 };

describe('how a panel ranks', () => {
  it('is chosen by whoever runs it, and read by everybody', () => {
    const world = testWorld();
    const { grace, call } = closedCall(world);
    expect(panelRule(world.db, call.id)).toEqual(USUAL_RULE);
    expect(chooseRule(world.as(world.person('Bo')), call.id, BY_LOT, null)).toMatchObject({ reason: 'not-found' });
    must(chooseRule(world.as(grace), call.id, BY_LOT, null));
    expect(panelRule(world.db, call.id)).toEqual(BY_LOT);
    expect(announcedRule(world.as(null), call.slug)).toMatchObject({ state: 'preparing', rule: BY_LOT });
    expect(ruleDesk(world.as(world.person('Bo')), call.id)).toBeNull();
  });

  it('is changed by whoever saw what stands, and by nobody else', () => {
    const world = testWorld();
    const { grace, call } = closedCall(world);
    must(chooseRule(world.as(grace), call.id, BY_LOT, null));
    const savedAt = ruleDesk(world.as(grace), call.id)?.savedAt ?? null;
    world.pass(1000);
    expect(chooseRule(world.as(grace), call.id, USUAL_RULE, null)).toMatchObject({ reason: 'rule-changed-meanwhile' });
    expect(panelRule(world.db, call.id)).toEqual(BY_LOT);
    must(chooseRule(world.as(grace), call.id, USUAL_RULE, savedAt));
    expect(panelRule(world.db, call.id)).toEqual(USUAL_RULE);
  });

  it('is fixed when scoring starts, chosen or not', () => {
    const world = testWorld();
    const { grace, call } = scoringPanel(world);
    expect(ruleDesk(world.as(grace), call.id)).toMatchObject({ rule: USUAL_RULE, savedAt: expect.any(Number) });
    expect(chooseRule(world.as(grace), call.id, BY_LOT, world.now())).toMatchObject({ reason: 'rule-fixed' });
    expect(() => world.db.$client.exec("update panel_rule set method = 'bayes'")).toThrow(/fixed before it scores/);
  });

  it('keeps what was chosen when scoring starts', () => {
    const world = testWorld();
    const { grace, call } = seatedPanel(world);
    must(chooseRule(world.as(grace), call.id, BY_LOT, null));
    must(openScoring(world.as(grace), call.id));
    expect(panelRule(world.db, call.id)).toEqual(BY_LOT);
  });
});
