import type { Id } from '#app/kernel/id.ts';
import { DAY, type Instant } from '#app/kernel/instant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { decisionLockOf } from '../assessment/queries/decision-lock.server.ts';
import { decideAwards } from './commands/decide-awards.server.ts';
import { lockAwards } from './commands/lock-awards.server.ts';
import type { AwardsChosen } from './rules/deciding.ts';

/**
 * Decides awards as it really goes: one locks what was chosen, and another confirms it, which records it.
 *
 * @param one    a manager
 * @param other  somebody else of the partner, not on the panel
 */
export function decideAwardsByTwo(
  one: Context,
  other: Context,
  callId: Id,
  typed: Omit<AwardsChosen, 'reserveUntil'> & Partial<AwardsChosen>,
  feedbackFrom: Instant | null = null,
) {
  const chosen = { reserveUntil: one.now + 60 * DAY, ...typed };
  const locked = lockAwards(one, callId, chosen, feedbackFrom);
  if (!locked.ok) return locked;
  return decideAwards(other, callId, chosen, decisionLockOf(other, callId, 'award')?.contentHash ?? '');
}
