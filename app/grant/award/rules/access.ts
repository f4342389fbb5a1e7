import { type Actor, hasDuty } from '#app/kernel/actor.ts';
import type { Id } from '#app/kernel/id.ts';

/**
 * A manager of the awarding partner decides, unless she has applied to the call herself.
 *
 * @param insiders  everybody who ever was in the team of an application of the call
 */
export function mayDecide(
  actor: Actor | null,
  call: { readonly partnerId: Id },
  insiders: Iterable<ReadonlySet<Id>>,
): boolean {
  if (!hasDuty(actor, 'manager', call.partnerId)) return false;
  for (const team of insiders) if (team.has(actor?.personId ?? '')) return false;
  return true;
}

/** Managers of the awarding partner see and run its awards. */
export function mayManageAward(actor: Actor | null, award: { readonly partnerId: Id }): boolean {
  return hasDuty(actor, 'manager', award.partnerId);
}
