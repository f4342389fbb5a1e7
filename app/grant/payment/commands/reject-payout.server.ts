import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { payoutForFinance } from '../queries/payout-facts.server.ts';
import { movePayout } from '../rules/payout-state.ts';
import { cancelPayout } from './cancel-payout.server.ts';

/** Takes a payout back before any money was reserved for it. Either person may; the tranche is due again. */
export function rejectPayout(
  context: Context,
  payoutId: Id,
  reason: string,
): Outcome<'rejected', 'not-found' | 'wrong-state' | 'no-reason'> {
  const { actor } = context;
  return context.transact((tx) => {
    const facts = payoutForFinance(context, payoutId);
    if (facts === null || actor === null) return refused('not-found');
    const move = movePayout(facts.payout.state, 'cancelled');
    if (!move.ok) return move;
    if (reason.trim() === '') return refused('no-reason');
    cancelPayout(tx, context, facts.payout, { by: actor.personId, reason: reason.trim() });
    return done('rejected');
  });
}
