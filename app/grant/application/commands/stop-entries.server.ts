import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { entriesEndAt } from '../queries/entries-end.server.ts';
import { insertStop } from '../store/access-codes.server.ts';

/**
 * Shuts a call for good, inside the transaction in which somebody begins to read what was sent: from then on no
 * code for late entry can be made. It breaks no word that a code has given.
 */
export function stopEntries(tx: Tx, context: Context, callId: Id): Outcome<'stopped', 'entries-open'> {
  const endsAt = entriesEndAt(context, callId);
  if (endsAt === null || context.now < endsAt) return refused('entries-open');
  insertStop(tx, callId, context.now);
  return done('stopped');
}
