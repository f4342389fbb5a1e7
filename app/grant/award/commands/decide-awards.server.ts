import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { markDecisionConfirmed } from '../../assessment/commands/decision-lock.server.ts';
import { decisionLockOf } from '../../assessment/queries/decision-lock.server.ts';
import { type ConfirmRefusal, decideConfirming } from '../../assessment/rules/deciding/decision-lock.ts';
import { awardsHash } from '../queries/awards-hash.server.ts';
import { type DecisionMatter, lockedMatter } from '../queries/decision-matter.server.ts';
import { type AwardsChosen, type Readiness, weighChoices } from '../rules/deciding.ts';
import { insertDecision, insertOutcomes } from '../store.server.ts';

export type DecideAwardsRefusal = ConfirmRefusal | Exclude<Readiness, 'ready'> | 'not-found';

/**
 * The second person agrees with what the first one locked, and that records it once and for all: who is awarded, who
 * waits and who is declined, with the rule and all its figures.
 *
 * @param chosen    what was locked, as it is saved now
 * @param seenHash  of the decision as it was shown to her
 */
export function decideAwards(
  context: Context,
  callId: Id,
  chosen: AwardsChosen,
  seenHash: string,
): Outcome<'decided', DecideAwardsRefusal> {
  return context.transact((tx) => {
    const matter = lockedMatter(context, callId);
    if (matter === null || context.actor === null) return refused('not-found');
    if (matter.readiness !== 'ready') return refused(matter.readiness);
    const { personId } = context.actor;
    const lock = decisionLockOf(context, callId, 'award');
    const presentHash = awardsHash(context, matter, chosen, lock?.feedbackFrom ?? null);
    const decision = decideConfirming(lock, { personId, seenHash, presentHash });
    if (!decision.ok) return decision;
    invariant(lock !== null, 'what is confirmed was locked');
    markDecisionConfirmed(tx, context, { callId, stage: 'award' }, personId);
    record(tx, context, matter, chosen, lock.lockedBy);
    return done('decided');
  });
}

function record(tx: Tx, context: Context, matter: DecisionMatter, chosen: AwardsChosen, decidedBy: Id): void {
  const { call, ranked, formula, others } = matter;
  invariant(formula !== null, 'a call that is ready has its formula');
  const otherIds = others.map((other) => other.card.id);
  const { departures } = weighChoices(ranked, otherIds, call, chosen.choices);
  insertDecision(tx, {
    callId: call.id,
    formula,
    ranking: ranked,
    publicReason: departures.length === 0 ? '' : chosen.publicReason.trim(),
    decidedBy,
    decidedAt: context.now,
  });
  const positions = new Map(ranked.map((entry) => [entry.applicationId, entry.position]));
  insertOutcomes(
    tx,
    chosen.choices.map((choice) => ({
      applicationId: choice.applicationId,
      callId: call.id,
      outcome: choice.outcome,
      position: positions.get(choice.applicationId) ?? null,
      amountMinor: choice.outcome === 'awarded' ? choice.amountMinor : null,
      reason: choice.outcome === 'awarded' ? '' : choice.reason.trim(),
      nearly: choice.outcome === 'declined' && choice.nearly,
      reserveUntil: choice.outcome === 'reserve' ? chosen.reserveUntil : null,
      ineligible: choice.outcome === 'declined' && (choice.ineligible ?? false),
    })),
  );
}
