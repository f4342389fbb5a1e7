import type { Id } from '#app/kernel/id.ts';
import { personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { isStopped } from '../store/access-codes.server.ts';
import { findBatch } from '../store/eligibility.server.ts';
import { listedCall } from './staff-list.server.ts';

/** What was done with many applications at once, for a manager of their call. */
export function markedBatch(context: Context, callId: Id, batchId: Id) {
  const call = listedCall(context, callId);
  const batch = findBatch(context.db, batchId);
  if (call === null || batch === null || batch.callId !== callId) return null;
  return {
    call: { id: call.id, title: call.title, timeZone: call.timeZone },
    batch: {
      outcome: batch.outcome,
      marked: batch.marked,
      skippedCount: batch.chosen - batch.marked,
      skipped: batch.skipped,
      madeBy: personById(context, batch.madeBy)?.name ?? '',
      madeAt: batch.madeAt,
      undone: batch.undone,
    },
    isScoringOpen: isStopped(context.db, callId),
  };
}
