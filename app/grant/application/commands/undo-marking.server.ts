import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { listedCall } from '../queries/staff-list.server.ts';
import { undoneFinding } from '../rules/eligibility.ts';
import { isStopped } from '../store/access-codes.server.ts';
import { findBatch, findCheckAt, findUndoable, insertCheck, markUndone } from '../store/eligibility.server.ts';

/**
 * Puts back what a batch marked, as it was before: by another check, so that nothing disappears. What somebody
 * decided again since, was told of, or took back, stays.
 */
export function undoMarking(
  context: Context,
  batchId: Id,
): Outcome<'undone', 'scoring-started' | 'already-undone' | 'not-found'> {
  return context.transact((tx) => {
    const batch = findBatch(tx, batchId);
    if (batch === null || listedCall(context, batch.callId) === null) return refused('not-found');
    if (batch.undoneAt !== null) return refused('already-undone');
    if (isStopped(tx, batch.callId)) return refused('scoring-started');
    const undoable = findUndoable(tx, batchId);
    for (const { applicationId, turn } of undoable) {
      insertCheck(tx, {
        ...undoneFinding(findCheckAt(tx, applicationId, turn - 1)),
        id: context.newId(),
        applicationId,
        turn: turn + 1,
        batchId: null,
        decidedBy: context.actor?.personId ?? '',
        decidedAt: context.now,
      });
    }
    markUndone(tx, batchId, undoable.length, context.now);
    return done('undone');
  });
}
