import { done } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { findDrift } from '../queries/audit.server.ts';
import { findLiveStopOf, insertStop, liftStop } from '../store/payouts.server.ts';

/**
 * Compares every balance with the sum of its entries. A difference stops all payouts until a later check finds
 * none: the stop stays on record. Runs at every start, every night and before every bank file.
 */
export function checkBooks(context: Context): 'in-order' | 'stopped' {
  const drift = findDrift(context);
  context.transact((tx) => {
    const stop = findLiveStopOf(tx, 'drift');
    if (drift === null && stop !== null) liftStop(tx, stop.id, context.now);
    if (drift !== null && stop === null) {
      insertStop(tx, { id: context.newId(), reason: 'drift', detail: drift, foundAt: context.now });
    }
    return done('checked');
  });
  if (drift === null) return 'in-order';
  context.log.error({ drift }, 'the books do not agree with their entries: payouts are stopped');
  return 'stopped';
}
