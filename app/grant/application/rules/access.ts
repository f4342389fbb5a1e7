import { type Actor, hasDuty, isStaffOf } from '#app/kernel/actor.ts';
import type { Id } from '#app/kernel/id.ts';
import type { ApplicationState } from './state.ts';

/** Anybody signed in may apply, except to a pot that they help to give out. */
export function mayStart(actor: Actor | null, call: { partnerId: Id }): boolean {
  return actor !== null && !isStaffOf(actor, call.partnerId);
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
