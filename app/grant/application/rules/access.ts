import { type Actor, hasDuty, isStaffOf } from '#app/kernel/actor.ts';
import type { Id } from '#app/kernel/id.ts';
import type { ApplicationState } from './state.ts';

/** Anybody signed in may apply, except to a pot that they help to give out. */
export function mayStart(actor: Actor | null, call: { partnerId: Id }): boolean {
  return actor !== null && !isStaffOf(actor, call.partnerId);
}

/** A call that is not published yet is tried out by those who write it; a change to a published call is not. */
export function mayTryOut(
  actor: Actor | null,
  call: { partnerId: Id; state: 'draft' | 'published'; changeOf: Id | null },
): boolean {
  return call.state === 'draft' && call.changeOf === null && hasDuty(actor, 'manager', call.partnerId);
}

/** The partner reads what was submitted to it: never a draft, and no longer what was withdrawn. */
export function mayReadAsManager(
  actor: Actor | null,
  application: { state: ApplicationState },
  call: { partnerId: Id },
): boolean {
  return application.state === 'submitted' && hasDuty(actor, 'manager', call.partnerId);
}

/** Lists, exports and checks of what was submitted to a call are for the managers of its partner. */
export function mayListApplications(actor: Actor | null, call: { partnerId: Id }): boolean {
  return hasDuty(actor, 'manager', call.partnerId);
}
