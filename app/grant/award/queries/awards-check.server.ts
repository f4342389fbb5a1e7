import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { decisionLockOf, type ShownLock, shownLock } from '../../assessment/queries/decision-lock.server.ts';
import type { AwardsChosen } from '../rules/deciding.ts';
import { awardsHash } from './awards-hash.server.ts';
import { decisionMatter, lockedMatter } from './decision-matter.server.ts';

/** The lock on the awards of a call as it is shown to whoever may see them; null while there is none. */
export function awardsLock(context: Context, callId: Id, chosen: AwardsChosen | null): ShownLock | null {
  const matter = decisionMatter(context, callId) ?? lockedMatter(context, callId);
  const lock = matter === null ? null : decisionLockOf(context, callId, 'award');
  if (matter === null || lock === null) return null;
  const isOpen = matter.readiness === 'ready' && lock.confirmedAt === null;
  // What was locked can no longer be read: somebody took an application back, and the places moved.
  const presentHash = chosen === null ? '' : awardsHash(context, matter, chosen, lock.feedbackFrom);
  return shownLock(context, lock, context.actor?.personId ?? '', isOpen ? presentHash : null);
}
