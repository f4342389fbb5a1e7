import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { mayManageCall } from '../rules/access.ts';
import { deleteChange, findChange } from '../store/changes.server.ts';
import { findCall } from '../store.server.ts';

/** Throws away the change that is being prepared for a published call; where there is none, nothing happens. */
export function discardChange(context: Context, callId: Id): Outcome<'discarded', 'not-found'> {
  return context.transact((tx) => {
    const call = findCall(tx, callId);
    if (call === null || !mayManageCall(context.actor, call)) return refused('not-found');
    const change = findChange(tx, callId);
    if (change !== null) deleteChange(tx, change);
    return done('discarded');
  });
}
