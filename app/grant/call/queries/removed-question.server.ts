import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { mayManageCall } from '../rules/access.ts';
import { findRemoved } from '../store/removed-question.server.ts';
import { findCall } from '../store.server.ts';

/** The question that was taken out of a draft last, for its manager; null when there is nothing to put back. */
export function removedQuestion(context: Context, callId: Id): { id: Id; label: string } | null {
  const call = findCall(context.db, callId);
  if (call === null || !mayManageCall(context.actor, call)) return null;
  const removed = findRemoved(context.db, callId);
  return removed && { id: removed.question.id, label: removed.question.label };
}
