import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { findIdsOfCall } from '../store/reminders.server.ts';

/**
 * Some of the applications of a call that a letter to all of them goes to, in order of their ids: those after one of
 * them. For letters, so no actor is checked.
 */
export function applicationsToTell(
  context: Pick<Context, 'db'>,
  callId: Id,
  which: Parameters<typeof findIdsOfCall>[2],
): Id[] {
  return findIdsOfCall(context.db, callId, which);
}
