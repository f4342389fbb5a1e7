import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { payoutForFinance } from '../queries/payout-facts.server.ts';
import { movePayout } from '../rules/payout-state.ts';
import { movePayoutRow } from '../store/payouts.server.ts';

/** Hands a draft to the second person. Only its maker does. */
export function submitPayout(
  context: Context,
  payoutId: Id,
): Outcome<'submitted', 'not-found' | 'wrong-state' | 'not-the-maker'> {
  return context.transact((tx) => {
    const facts = payoutForFinance(context, payoutId);
    if (facts === null) return refused('not-found');
    const { payout } = facts;
    const move = movePayout(payout.state, 'submitted');
    if (!move.ok) return move;
    if (payout.makerId !== context.actor?.personId) return refused('not-the-maker');
    movePayoutRow(tx, payoutId, payout.state, { state: 'submitted', submittedAt: context.now });
    return done('submitted');
  });
}
