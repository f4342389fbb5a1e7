import { type Actor, hasDuty, isStaffOf } from '#app/kernel/actor.ts';
import type { Id } from '#app/kernel/id.ts';

/** Planning, printing, opening, closing and revealing are for managers of the awarding partner. */
export function mayRunPitchDay(actor: Actor | null, call: { readonly partnerId: Id }): boolean {
  return hasDuty(actor, 'manager', call.partnerId);
}

/** What fell on the stage is read by two people of the partner, whatever their work: one alone could choose it. */
export function mayReadThrow(actor: Actor | null, call: { readonly partnerId: Id }): boolean {
  return isStaffOf(actor, call.partnerId);
}
