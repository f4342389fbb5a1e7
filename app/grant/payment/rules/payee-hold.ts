import { HOUR, type Instant } from '#app/kernel/instant.ts';

/** Time for the recipient to say "that was not me" before money goes to a changed account. */
export const HOLD_AFTER_CHANGE = 72 * HOUR;

/** When payments may go to these details; the first ones an award ever had are not held. */
export function heldUntil(payee: { readonly version: number; readonly editedAt: Instant }): Instant {
  return payee.version === 1 ? payee.editedAt : payee.editedAt + HOLD_AFTER_CHANGE;
}

/** Whether changed details still wait for the recipient to object; first ones never do, even where the clock was put back. */
export function isOnHold(payee: { readonly version: number; readonly editedAt: Instant }, now: Instant): boolean {
  return payee.version > 1 && now < heldUntil(payee);
}
