import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { pendingChange } from '../../call/queries/pending-change.server.ts';
import type { SincePublished } from '../../call/rules/changing.ts';
import { isStopped } from '../store/access-codes.server.ts';
import { countApplications } from '../store.server.ts';

/** What applications there are of a published call, as far as it limits how the call may change. */
export function sincePublished(context: Pick<Context, 'db'>, callId: Id): SincePublished {
  const begun = countApplications(context.db, [callId]).reduce((sum, { count }) => sum + count, 0);
  return { begun, isStopped: isStopped(context.db, callId) };
}

/** The change that is being prepared for a call, for its manager, and how many people would be told of it. */
export function callChange(context: Context, callId: Id) {
  const pending = pendingChange(context, callId, sincePublished(context, callId));
  if (pending === null) return null;
  const counts = countApplications(context.db, [callId]);
  const count = (state: 'draft' | 'submitted') => counts.find((counted) => counted.state === state)?.count ?? 0;
  return { ...pending, told: count('draft') + (pending.movesADate ? count('submitted') : 0) };
}
