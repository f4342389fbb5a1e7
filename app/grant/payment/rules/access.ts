import { type Actor, hasDuty } from '#app/kernel/actor.ts';
import type { Id } from '#app/kernel/id.ts';

/** Finance people of the awarding partner keep its books and move its money; nobody else sees them. */
export function mayKeepBooks(actor: Actor | null, call: { readonly partnerId: Id }): boolean {
  return hasDuty(actor, 'finance', call.partnerId);
}
