import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { callBySlug } from '../../call/queries/call-facts.server.ts';
import type { Composition } from '../rules/composition.ts';
import { type PanelRule, USUAL_RULE } from '../rules/panel-rule.ts';
import type { PanelState } from '../rules/panel-state.ts';
import { findLottery } from '../store/lottery.server.ts';
import { panelStateOf } from '../store/panel.server.ts';
import { findRule } from '../store/ranking.server.ts';
import { panelMakeups } from './panel-makeup.server.ts';
import { runPanel } from './run-panel.server.ts';

/** How a panel ranks, and how many reviews and people it takes; the usual rule where nothing was chosen. No actor is checked. */
export function panelRule(tx: Tx, callId: Id): PanelRule {
  const row = findRule(tx, callId);
  if (row === null) return USUAL_RULE;
  const { method, middle, reviews, quorum } = row;
  return { method, middle, reviews, quorum };
}

export type RuleDesk = {
  readonly call: { readonly id: Id; readonly slug: string; readonly title: string; readonly timeZone: string };
  readonly state: PanelState;
  readonly rule: PanelRule;
  /** Null where the usual rule stands because nobody chose another. */
  readonly savedAt: Instant | null;
};

/** What a manager chooses from before scoring, and sees ever after; null unless she may run the panel. */
export function ruleDesk(context: Context, callId: Id): RuleDesk | null {
  const run = runPanel(context, callId);
  if (run === null) return null;
  const { id, slug, title, timeZone } = run.call;
  return {
    call: { id, slug, title, timeZone },
    state: run.state,
    rule: panelRule(context.db, callId),
    savedAt: findRule(context.db, callId)?.savedAt ?? null,
  };
}

/** The rule as everybody may read it beside a published call, and once all are told who decided; null for every other call. */
export function announcedRule(
  context: Context,
  slug: string,
): (RuleDesk & { readonly decidedBy: Composition | null; readonly hasLottery: boolean }) | null {
  const call = callBySlug(context, slug);
  if (call === null || call.state !== 'published') return null;
  const { id, title, timeZone } = call;
  return {
    call: { id, slug, title, timeZone },
    state: panelStateOf(context.db, id),
    rule: panelRule(context.db, id),
    savedAt: findRule(context.db, id)?.savedAt ?? null,
    hasLottery: findLottery(context.db, id) !== null,
    decidedBy: panelMakeups(context, [call]).get(id) ?? null,
  };
}
