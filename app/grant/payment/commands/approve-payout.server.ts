import type { Id } from '#app/kernel/id.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { payoutForFinance, signerOf } from '../queries/payout-facts.server.ts';
import { type ApproveRefusal, decideApprove } from '../rules/approving.ts';
import { findLiveStop, movePayoutRow } from '../store/payouts.server.ts';

/**
 * Signs a submitted payout as the second person. The signature is bound to what was on her screen.
 *
 * @param seenHash  of the payout as it was shown
 */
export function approvePayout(
  context: Context,
  payoutId: Id,
  seenHash: string,
): Outcome<'approved', ApproveRefusal | 'not-found'> {
  return context.transact((tx) => {
    const facts = payoutForFinance(context, payoutId);
    if (facts === null) return refused('not-found');
    const { payout, payee, award, hash, isPayeeNewest } = facts;
    const signer = signerOf(context, award);
    const decision = decideApprove(
      signer,
      {
        state: payout.state,
        makerId: payout.makerId,
        editedBy: payee.editedBy,
        hash,
        isPayeeNewest,
      },
      seenHash,
      findLiveStop(tx) !== null,
    );
    if (!decision.ok) return decision;
    movePayoutRow(tx, payoutId, payout.state, {
      state: 'approved',
      checkerId: signer.id,
      approvedAt: context.now,
      approvalHash: hash,
    });
    return decision;
  });
}
