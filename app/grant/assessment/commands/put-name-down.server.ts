import { hasDuty } from '#app/kernel/actor.ts';
import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callSummary } from '../../call/queries/call-facts.server.ts';
import { decideInterest, type Interest, type InterestRefusal, isLooking } from '../rules/panel-offer.ts';
import { payOffered } from '../rules/seat-terms.ts';
import { findMember, panelStateOf } from '../store/panel.server.ts';
import { findInterest, removeInterest, writeInterest } from '../store/panel-interest.server.ts';
import { findOffer } from '../store/seat-terms.server.ts';

/** The signed-in person would like to sit on the panel of a call, or changes what they said about it. */
export function putNameDown(
  context: Context,
  callId: Id,
  interest: Interest,
): Outcome<'waiting', InterestRefusal | 'not-found'> {
  const { actor } = context;
  const call = callSummary(context, callId);
  if (actor === null || call?.state !== 'published') return refused('not-found');
  return context.transact((tx) => {
    const offer = findOffer(tx, callId);
    const before = findInterest(tx, callId, actor.personId);
    const decision = decideInterest(
      {
        isLooking: isLooking(offer, panelStateOf(tx, callId)),
        isManager: hasDuty(actor, 'manager', call.partnerId),
        seat: findMember(tx, callId, actor.personId)?.state ?? null,
        before: before?.state ?? null,
        payOffered: payOffered('participant', offer),
      },
      interest,
    );
    if (!decision.ok) return decision;
    const id = before?.id ?? context.newId();
    writeInterest(tx, { ...interest, id, callId, personId: actor.personId }, context.now);
    return decision;
  });
}

/** Deletes what the signed-in person said, as long as nobody has answered. */
export function takeNameBack(context: Context, callId: Id): Outcome<'gone', 'not-found'> {
  const { actor } = context;
  if (actor === null) return refused('not-found');
  return context.transact((tx) => {
    const before = findInterest(tx, callId, actor.personId);
    if (before?.state !== 'waiting') return refused('not-found');
    removeInterest(tx, before.id);
    return done('gone');
  });
}
