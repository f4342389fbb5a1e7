import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { decisionMatter } from '../queries/decision-matter.server.ts';
import { type Choice, type DecisionRefusal, decideOutcomes, weighChoices } from '../rules/deciding.ts';
import { insertDecision, insertOutcomes } from '../store.server.ts';

/** What the manager decides: exactly one choice for every application under review. */
export type AwardsChosen = {
  readonly choices: readonly Choice[];
  /** Why the decision departs from the published rule, for everybody to read; empty when it does not. */
  readonly publicReason: string;
};

/** Records once and for all who is awarded, who waits and who is declined, with the rule and all its figures. */
export function decideAwards(
  context: Context,
  callId: Id,
  chosen: AwardsChosen,
): Outcome<'decided', DecisionRefusal | 'not-found'> {
  return context.transact((tx) => {
    const matter = decisionMatter(context, callId);
    if (matter === null || context.actor === null) return refused('not-found');
    if (matter.readiness !== 'ready') return refused(matter.readiness);
    const { call, ranked, formula } = matter;
    invariant(formula !== null, 'a call that is ready has its formula');
    const otherIds = matter.others.map((other) => other.card.id);
    const known = new Set([...ranked.map((entry) => entry.applicationId), ...otherIds]);
    const named = new Set(chosen.choices.map((choice) => choice.applicationId));
    if (named.size !== chosen.choices.length || [...named].some((id) => !known.has(id)))
      return refused('unknown-application');
    const weighing = weighChoices(ranked, otherIds, call, chosen.choices);
    const decision = decideOutcomes(weighing, call, chosen.publicReason);
    if (!decision.ok) return decision;
    insertDecision(tx, {
      callId,
      formula,
      ranking: ranked,
      publicReason: weighing.departures.length === 0 ? '' : chosen.publicReason.trim(),
      decidedBy: context.actor.personId,
      decidedAt: context.now,
    });
    const positions = new Map(ranked.map((entry) => [entry.applicationId, entry.position]));
    insertOutcomes(
      tx,
      chosen.choices.map((choice) => ({
        applicationId: choice.applicationId,
        callId,
        outcome: choice.outcome,
        position: positions.get(choice.applicationId) ?? null,
        amountMinor: choice.outcome === 'awarded' ? choice.amountMinor : null,
        reason: choice.outcome === 'awarded' ? '' : choice.reason.trim(),
        nearly: choice.outcome === 'declined' && choice.nearly,
      })),
    );
    return done('decided');
  });
}
