import { done } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { paymentsMissing, readPaymentsNote } from '../rules/stops.ts';
import { countReserved } from '../store/ledger.server.ts';
import { findLiveStopOf, insertStop } from '../store/payouts.server.ts';

/**
 * Compares how many payments the books know with the note beside the files. With fewer, the portal came back from an older
 * copy: it would pay a second time what has left already, so nothing is approved until a person has compared the bank.
 * Runs at every start and every hour.
 */
export async function checkRestore(context: Context): Promise<'in-order' | 'stopped'> {
  const noted = readPaymentsNote(await context.files.note('payments'));
  const missing = paymentsMissing(noted, countReserved(context.db));
  if (missing === 0) return 'in-order';
  context.transact((tx) => {
    const isStopped = findLiveStopOf(tx, 'restored') !== null;
    if (!isStopped)
      insertStop(tx, { id: context.newId(), reason: 'restored', detail: String(missing), foundAt: context.now });
    return done('checked');
  });
  context.log.error(
    { missing },
    'this portal is older than its payments: payouts are stopped; see README, "After a restore"',
  );
  return 'stopped';
}
