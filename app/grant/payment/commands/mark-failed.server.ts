import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { payoutForFinance } from '../queries/payout-facts.server.ts';
import { movePayout, type PayoutState } from '../rules/payout-state.ts';
import { payoutReturned, payoutUndone } from '../rules/postings.ts';
import { post, postingId } from '../store/ledger.server.ts';
import { movePayoutRow } from '../store/payouts.server.ts';
import { moveTranche } from '../store/tranches.server.ts';
import { moneyOf } from './reserve-payout.server.ts';

export type FailRefusal = 'not-found' | 'wrong-state' | 'no-reason';

/** Writes down that the money never left the account: its reserve is undone and the tranche is due again. */
export function markFailed(context: Context, payoutId: Id, reason: string): Outcome<'failed', FailRefusal> {
  return endPayout(context, payoutId, 'failed', reason);
}

/** Writes down that the recipient's bank sent the money back: it lies in our account, and the tranche is due again. */
export function markReturned(context: Context, payoutId: Id, reason: string): Outcome<'returned', FailRefusal> {
  return endPayout(context, payoutId, 'returned', reason);
}

function endPayout<End extends 'failed' | 'returned'>(
  context: Context,
  payoutId: Id,
  end: End,
  typedReason: string,
): Outcome<End, FailRefusal> {
  const { actor } = context;
  const reason = typedReason.trim();
  return context.transact((tx) => {
    const facts = payoutForFinance(context, payoutId);
    if (facts === null || actor === null) return refused('not-found');
    const { payout, tranche } = facts;
    const move = movePayout(payout.state, end);
    if (!move.ok) return move;
    if (reason === '') return refused('no-reason');
    const money = { ...moneyOf(payout, tranche), reason };
    if (end === 'failed') {
      post(tx, context, tranche, payoutUndone(money), postingId(tx, tranche.callId, 'payout-reserved', payoutId));
    } else {
      post(tx, context, tranche, payoutReturned(money), postingId(tx, tranche.callId, 'payout-settled', payoutId));
    }
    const ended: { state: PayoutState; endedAt: number; endedBy: Id; endReason: string } = {
      state: end,
      endedAt: context.now,
      endedBy: actor.personId,
      endReason: reason,
    };
    movePayoutRow(tx, payoutId, payout.state, ended);
    if (end === 'returned') moveTranche(tx, tranche.id, 'paid', { state: 'due', paidAt: null });
    else moveTranche(tx, tranche.id, 'in-payment', { state: 'due' });
    if (payout.sentAt !== null || end === 'returned') {
      promise(tx, context, { kind: 'payout-came-back', subjectId: payoutId });
    }
    return done(end);
  });
}
