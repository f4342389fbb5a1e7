import { type Actor, hasDuty } from '#app/kernel/actor.ts';
import type { Id } from '#app/kernel/id.ts';

/** Planning, printing, opening, closing and revealing are for managers of the awarding partner. */
export function mayRunPitchDay(actor: Actor | null, call: { readonly partnerId: Id }): boolean {
  return hasDuty(actor, 'manager', call.partnerId);
}
