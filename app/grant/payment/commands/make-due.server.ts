import type { Context, Tx } from '#app/platform/context.server.ts';
import { trancheDue } from '../rules/postings.ts';
import { post } from '../store/ledger.server.ts';
import { moveTranche, type TrancheRow } from '../store/tranches.server.ts';

/** Makes a planned tranche payable, in the ledger and in its state, inside the caller's transaction. */
export function makeDue(tx: Tx, context: Context, tranche: TrancheRow): void {
  post(
    tx,
    context,
    tranche,
    trancheDue({ awardId: tranche.awardId, trancheId: tranche.id, amountMinor: tranche.amountMinor }),
  );
  moveTranche(tx, tranche.id, 'planned', { state: 'due', dueAt: context.now });
}
