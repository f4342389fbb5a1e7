import type { Instant } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { PanelState } from './panel-state.ts';
import type { Method } from './ranking/methods.ts';

/** What a panel does about applications that its scores cannot tell apart at the line. */
export const MIDDLE_WAYS = ['discussion', 'lottery'] as const;
export type MiddleWay = (typeof MIDDLE_WAYS)[number];

/** How a panel's scores become an order, and how many it takes to score and to meet. */
export type PanelRule = {
  readonly method: Method;
  readonly middle: MiddleWay;
  /** How many reviews each application is to have. */
  readonly reviews: number;
  /** How many members must be present, beside the share of participants, for a meeting to decide anything. */
  readonly quorum: number;
};

/** What holds where nobody chose anything: what everybody can work out with the table in hand. */
export const USUAL_RULE: PanelRule = { method: 'mean', middle: 'discussion', reviews: 3, quorum: 3 };

export const REVIEWS_MAX = 20;
export const QUORUM_MAX = 50;

export type RuleRefusal = 'rule-fixed' | 'rule-changed-meanwhile';

/**
 * Whether a rule may still be chosen: until somebody scores, and by whoever has seen what was chosen last.
 *
 * @param facts.savedAt  when the rule that stands was chosen; null where none was
 * @param seenAt         the same, as the page showed it
 */
export function decideRule(
  facts: { readonly state: PanelState; readonly savedAt: Instant | null },
  seenAt: Instant | null,
): Outcome<'chosen', RuleRefusal> {
  if (facts.state !== 'preparing') return refused('rule-fixed');
  if (facts.savedAt !== seenAt) return refused('rule-changed-meanwhile');
  return done('chosen');
}
