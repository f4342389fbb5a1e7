import { awardsOfCall } from '#app/grant/award/queries/award-card.server.ts';
import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { planTranches } from './plan-tranches.server.ts';

/**
 * Plans every accepted award of a call that the books now have money for, in the order they were offered.
 * An award may be accepted before its money is booked: it waits, and this is what it waits for.
 */
export function planWaitingAwards(context: Context, callId: Id): void {
  for (const award of awardsOfCall(context, callId)) {
    if (award.state === 'accepted') planTranches(context, award.id);
  }
}
