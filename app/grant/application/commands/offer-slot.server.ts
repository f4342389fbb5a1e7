import { type Id, isId } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callForManager } from '../../call/queries/call-facts.server.ts';
import { SLOTS_MAX, type SlotDraft, type SlotFault, slotFaults, tidiedSlot } from '../rules/one-to-one.ts';
import { findSlot, findSlotsOfCall, findSlotsOfHost, insertSlot } from '../store/one-to-one.server.ts';

/**
 * Offers a time to talk to the applicants of a published call; its host is who offers it.
 *
 * @param slotId  made for the form, so that the same form sent twice makes one slot
 */
export function offerSlot(
  context: Context,
  callId: Id,
  slotId: Id,
  draft: SlotDraft,
): Outcome<'offered', 'not-found' | 'too-many-slots' | SlotFault> {
  return context.transact((tx) => {
    const call = callForManager(context, callId);
    if (context.actor === null || call === null || call.state !== 'published' || !isId(slotId)) {
      return refused('not-found');
    }
    const before = findSlot(tx, slotId);
    if (before !== null) return before.callId === callId ? done('offered') : refused('not-found');
    const hostId = context.actor.personId;
    const fault = slotFaults(draft, call, findSlotsOfHost(tx, hostId), context.now)[0];
    if (fault !== undefined) return refused(fault.fault);
    const coming = findSlotsOfCall(tx, callId).filter(({ slot }) => slot.startsAt > context.now);
    if (coming.length >= SLOTS_MAX) return refused('too-many-slots');
    insertSlot(tx, { id: slotId, callId, hostId, createdAt: context.now, ...tidiedSlot(draft) });
    return done('offered');
  });
}
