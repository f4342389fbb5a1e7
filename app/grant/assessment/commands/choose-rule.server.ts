import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { runPanel } from '../queries/run-panel.server.ts';
import { decideRule, type PanelRule, type RuleRefusal } from '../rules/panel-rule.ts';
import { findRule, writeRule } from '../store/ranking.server.ts';

/** Chooses how a panel ranks, for everybody to read beside the call. When scoring starts it is fixed. */
export function chooseRule(
  context: Context,
  callId: Id,
  rule: PanelRule,
  seenAt: Instant | null,
): Outcome<'chosen', RuleRefusal | 'not-found'> {
  return context.transact((tx) => {
    const run = runPanel(context, callId);
    if (run === null) return refused('not-found');
    const decision = decideRule({ state: run.state, savedAt: findRule(tx, callId)?.savedAt ?? null }, seenAt);
    if (decision.ok) writeRule(tx, { callId, ...rule, savedAt: context.now, savedBy: run.managerId });
    return decision;
  });
}
