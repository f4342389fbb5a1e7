import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { callForManager } from '../../call/queries/call-facts.server.ts';
import { isHiddenFromMe } from '../queries/hidden-from.server.ts';
import { decideCancel } from '../rules/one-to-one.ts';
import {
  findBookingOfSlot,
  findSlot,
  markCancelled,
  withdrawSlot as markWithdrawn,
} from '../store/one-to-one.server.ts';

/** Takes an offered time back; whoever had taken it is told at once. Not once it has begun. */
export function withdrawSlot(context: Context, callId: Id, slotId: Id): Outcome<'withdrawn', 'not-found' | 'begun'> {
  return context.transact((tx) => {
    const slot = findSlot(tx, slotId);
    if (slot === null || slot.callId !== callId || callForManager(context, callId) === null)
      return refused('not-found');
    if (context.actor === null) return refused('not-found');
    if (slot.withdrawnAt !== null) return done('withdrawn');
    const decision = decideCancel({ startsAt: slot.startsAt, cancelledAt: null }, context.now);
    if (!decision.ok) return refused('begun');
    const booking = findBookingOfSlot(tx, slotId);
    if (booking !== null && isHiddenFromMe(context, booking.applicationId)) return refused('not-found');
    if (booking !== null) {
      markCancelled(tx, booking.id, context.actor.personId, context.now);
      promise(tx, context, { kind: 'one-to-one-cancelled', subjectId: booking.id });
    }
    markWithdrawn(tx, slotId, context.now);
    return done('withdrawn');
  });
}
