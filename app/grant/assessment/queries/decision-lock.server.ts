import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { DecisionLock } from '../rules/deciding/decision-lock.ts';
import { type DecisionStage, findLock } from '../store/decisions.server.ts';

/** The lock on a decision of a call; null while it is open. No actor is checked. */
export function decisionLockOf(context: Pick<Context, 'db'>, callId: Id, stage: DecisionStage): DecisionLock | null {
  return findLock(context.db, callId, stage);
}
