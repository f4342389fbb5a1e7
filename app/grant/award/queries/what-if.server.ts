import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { Formula } from '../rules/ranking.ts';
import { type Compared, type OtherRule, whatIf } from '../rules/what-if.ts';
import { decisionMatter } from './decision-matter.server.ts';

/** The published rule beside another one, for whoever decides. */
export type WhatIfPage = {
  readonly call: { readonly id: Id; readonly title: string; readonly awardsPlanned: number };
  readonly formula: Formula;
  readonly tried: OtherRule;
  readonly changed: number;
  /** Whose answer hangs on a throw that nobody made. */
  readonly waiting: number;
  readonly rows: readonly (Compared & { readonly groupName: string; readonly reference: string })[];
};

/**
 * What another rule would propose; null for anybody who does not decide, and until the room has seen its result: before
 * that, every such figure would tell a total.
 *
 * @param tried  null for the published rule itself
 */
export function whatIfPage(context: Context, callId: Id, tried: OtherRule | null): WhatIfPage | null {
  const matter = decisionMatter(context, callId);
  if (matter === null || matter.formula === null) return null;
  const { call, formula, ranked } = matter;
  const { panelPercent, minimumSupportPercent, awardsPlanned } = tried ?? formula;
  const rule = { panelPercent, minimumSupportPercent, awardsPlanned };
  const { rows, changed, waiting } = whatIf(formula, ranked, call, rule);
  const cards = new Map(matter.cards.map((card) => [card.id, card]));
  return {
    call: { id: call.id, title: call.title, awardsPlanned: call.awardsPlanned },
    formula,
    tried: rule,
    changed,
    waiting,
    rows: rows.map((row) => ({
      ...row,
      groupName: cards.get(row.applicationId)?.groupName ?? '',
      reference: cards.get(row.applicationId)?.reference ?? '',
    })),
  };
}
