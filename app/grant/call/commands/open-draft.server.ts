import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { mayManageCall } from '../rules/access.ts';
import { type CallRow, findCall } from '../store.server.ts';

export type DraftRefusal = 'not-found' | 'published';

/** The call as somebody who may still write it: its own manager, before it is published. */
export function openDraft(tx: Tx, context: Context, callId: Id): Outcome<CallRow, DraftRefusal> {
  const call = findCall(tx, callId);
  if (call === null || !mayManageCall(context.actor, call)) return refused('not-found');
  if (call.state === 'published') return refused('published');
  return done(call);
}
