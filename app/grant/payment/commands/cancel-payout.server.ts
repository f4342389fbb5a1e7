import type { Id } from '#app/kernel/id.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { movePayoutRow, type PayoutRow } from '../store/payouts.server.ts';
import { moveTranche } from '../store/tranches.server.ts';

/** Ends a payout before any money was reserved for it, inside the caller's transaction: its tranche is due again. */
export function cancelPayout(tx: Tx, context: Context, payout: PayoutRow, why: { by: Id; reason: string }): void {
  movePayoutRow(tx, payout.id, payout.state, {
    state: 'cancelled',
    endedAt: context.now,
    endedBy: why.by,
    endReason: why.reason,
  });
  moveTranche(tx, payout.trancheId, 'in-payment', { state: 'due' });
}
