import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { hasSigned, insertRecusal } from '../store/payouts.server.ts';

/**
 * Keeps somebody from ever signing payments of an award, inside the transaction in which she begins to stand beside
 * its group. Whoever calls has checked who may decide that.
 */
export function recuseSigner(
  tx: Tx,
  context: Context,
  awardId: Id,
  personId: Id,
): Outcome<'recused', 'signed-payments'> {
  if (hasSigned(tx, awardId, personId)) return refused('signed-payments');
  insertRecusal(tx, { awardId, personId, since: context.now });
  return done('recused');
}
