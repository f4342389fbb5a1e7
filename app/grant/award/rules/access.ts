import { type Actor, hasDuty } from '#app/kernel/actor.ts';
import type { Id } from '#app/kernel/id.ts';

/** A manager of the awarding partner decides, unless she has applied to the call herself. */
export function mayDecide(actor: Actor | null, call: { readonly partnerId: Id }, applicantIds: readonly Id[]): boolean {
  return hasDuty(actor, 'manager', call.partnerId) && !applicantIds.includes(actor?.personId ?? '');
}

/** Managers of the awarding partner see and run its awards. */
export function mayManageAward(actor: Actor | null, award: { readonly partnerId: Id }): boolean {
  return hasDuty(actor, 'manager', award.partnerId);
}

/** The person who applied speaks for the group: she alone answers the offer, names the account and confirms check-ins. */
export function isRecipient(actor: Actor | null, award: { readonly recipientId: Id }): boolean {
  return actor !== null && actor.personId === award.recipientId;
}
