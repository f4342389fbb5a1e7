import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { carryFacts } from '../queries/carry-facts.server.ts';
import { type CarryRefusal, decideCarry } from '../rules/carrying.ts';
import { findConsent, insertConsent, markConsentWithdrawn } from '../store/carrying.server.ts';

/** A group agrees that staff write to it when there is another call, or no longer does; both are kept with their dates. */
export function setCarryConsent(
  context: Context,
  applicationId: Id,
  agrees: boolean,
): Outcome<'kept', 'not-found' | CarryRefusal> {
  const { actor } = context;
  return context.transact<'kept', 'not-found' | CarryRefusal>((tx) => {
    const facts = carryFacts(context, applicationId);
    if (actor === null || facts === null) return refused('not-found');
    const consent = findConsent(tx, applicationId);
    if ((consent !== null) === agrees) return done('kept');
    if (consent !== null) {
      markConsentWithdrawn(tx, consent.id, context.now);
      return done('kept');
    }
    const decision = decideCarry(facts.found, facts.window, context.now);
    if (!decision.ok) return decision;
    insertConsent(tx, { id: context.newId(), applicationId, givenAt: context.now, givenBy: actor.personId });
    return done('kept');
  });
}
