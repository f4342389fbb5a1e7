import { type Actor, hasDuty } from '#app/kernel/actor.ts';
import type { Id } from '#app/kernel/id.ts';

/** Messages that belong to no partner, sign-in codes among them, are read by nobody. */
export function mayReadMessages(actor: Actor | null, message: { readonly partnerId: Id | null }): boolean {
  return message.partnerId !== null && hasDuty(actor, 'manager', message.partnerId);
}

/** Where every application stands is for the managers of the partner whose call it is. */
export function mayReadBoard(actor: Actor | null, call: { readonly partnerId: Id }): boolean {
  return hasDuty(actor, 'manager', call.partnerId);
}

/** News of a partner are for its managers. */
export function managesSome(actor: Actor): boolean {
  return actor.duties.some(({ duty }) => duty === 'manager');
}
