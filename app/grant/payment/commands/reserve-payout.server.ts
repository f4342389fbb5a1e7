import type { Id } from '#app/kernel/id.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import type { TrancheFacts } from '../queries/payout-facts.server.ts';
import { type PayoutMoney, payoutReserved } from '../rules/postings.ts';
import { post } from '../store/ledger.server.ts';
import { movePayoutRow, type PayoutRow } from '../store/payouts.server.ts';

/** Takes the money of an approved payout out of reach of any other, inside the caller's transaction. */
export function reservePayout(
  tx: Tx,
  context: Context,
  payout: PayoutRow,
  tranche: TrancheFacts['tranche'],
  bankFileId: Id | null,
): void {
  post(tx, context, tranche, payoutReserved(moneyOf(payout, tranche)));
  movePayoutRow(tx, payout.id, 'approved', { state: 'reserved', reservedAt: context.now, bankFileId });
}

/** What the postings of a payout are about. */
export function moneyOf(payout: PayoutRow, tranche: TrancheFacts['tranche']): PayoutMoney {
  return {
    callId: tranche.callId,
    awardId: tranche.awardId,
    trancheId: tranche.id,
    payoutId: payout.id,
    rail: payout.rail,
    amountMinor: payout.amountMinor,
  };
}
