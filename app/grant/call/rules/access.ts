import { type Actor, hasDuty } from '#app/kernel/actor.ts';
import type { Id } from '#app/kernel/id.ts';

type CallOf = { readonly partnerId: Id };

/** Only a manager of the awarding partner writes its calls. */
export function mayManageCall(actor: Actor | null, call: CallOf): boolean {
  return hasDuty(actor, 'manager', call.partnerId);
}

/** A published call is for everybody; a draft is a preview for those who write it. */
export function mayReadCall(actor: Actor | null, call: CallOf & { readonly state: 'draft' | 'published' }): boolean {
  return call.state === 'published' || mayManageCall(actor, call);
}
