import { hasDuty } from '#app/kernel/actor.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { findLiveStopOf, liftStop } from '../store/payouts.server.ts';

/** Lets payments go on after a restore: a finance person says what she compared. What the books know now is noted anew. */
export function liftRestoredStop(context: Context, note: string): Outcome<'lifted', 'not-found' | 'not-stopped'> {
  const { actor } = context;
  return context.transact((tx) => {
    const keepsBooks = actor?.duties.some(({ partnerId }) => hasDuty(actor, 'finance', partnerId)) ?? false;
    const stop = findLiveStopOf(tx, 'restored');
    if (actor === null || !keepsBooks) return refused('not-found');
    if (stop === null) return refused('not-stopped');
    liftStop(tx, stop.id, context.now, { personId: actor.personId, note: note.trim() });
    promise(tx, context, { kind: 'payments-noted', subjectId: stop.id, detail: { after: 'restore' } });
    return done('lifted');
  });
}
