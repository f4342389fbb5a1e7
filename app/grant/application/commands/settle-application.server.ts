import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { myRole } from '../queries/team.server.ts';
import { maySign } from '../rules/team.ts';
import { findApplication, markSettled } from '../store.server.ts';

/**
 * Fixes a submitted application for good, inside the transaction in which its applicant accepts what it led to:
 * it can no longer be taken back.
 */
export function settleApplication(
  tx: Tx,
  context: Context,
  applicationId: Id,
): Outcome<'settled', 'not-found' | 'not-submitted'> {
  const found = findApplication(tx, applicationId);
  if (found === null || !maySign(myRole(context, found))) return refused('not-found');
  if (found.state !== 'submitted') return refused('not-submitted');
  if (found.settledAt === null) markSettled(tx, applicationId, context.now);
  return done('settled');
}
