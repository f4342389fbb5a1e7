import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type DecisionStage, findUnconfirmedLocks } from '../store/decisions.server.ts';
import { decidingSeat } from './deciding-seat.server.ts';

export type DecisionToConfirm = { readonly callId: Id; readonly stage: DecisionStage };

/** What is locked in these calls and waits for the signed-in person as the second one, the longest wait first. */
export function decisionsToConfirm(context: Context, callIds: readonly Id[]): DecisionToConfirm[] {
  return findUnconfirmedLocks(context.db, callIds)
    .filter(({ callId, lockedBy }) => lockedBy !== context.actor?.personId && decidingSeat(context, callId) !== null)
    .map(({ callId, stage }) => ({ callId, stage }));
}
