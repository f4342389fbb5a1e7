import { type Actor, hasDuty } from '#app/kernel/actor.ts';
import type { Id } from '#app/kernel/id.ts';

/**
 * A manager of the awarding partner decides, unless she has applied to the call herself, or somebody who has does not
 * want her to see it.
 *
 * @param insiders  everybody who ever was in the team of an application of the call
 * @param hidden    the applications of the call that must stay hidden from her
 */
export function mayDecide(
  actor: Actor | null,
  call: { readonly partnerId: Id },
  insiders: Iterable<ReadonlySet<Id>>,
  hidden: ReadonlySet<Id>,
): boolean {
  if (!hasDuty(actor, 'manager', call.partnerId) || hidden.size > 0) return false;
  for (const team of insiders) if (team.has(actor?.personId ?? '')) return false;
  return true;
}

/** Managers of the awarding partner see and run its awards. */
export function mayManageAward(actor: Actor | null, award: { readonly partnerId: Id }): boolean {
  return hasDuty(actor, 'manager', award.partnerId);
}
