import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { ApplicationHead } from '../../application/queries/application-card.server.ts';
import { shortlistOf } from '../../assessment/queries/panel-ranking.server.ts';
import { type CallFacts, callById } from '../../call/queries/call-facts.server.ts';
import { findOffer } from '../store/coming.server.ts';
import { findEvent, type PitchEvent, pitchesOf } from '../store.server.ts';

export type PitchPlan = {
  readonly event: PitchEvent;
  readonly call: CallFacts;
  readonly isOrderFixed: boolean;
  /** After each pitch. */
  readonly questionSeconds: number;
  /** Places in the running order, those of groups that took their application back included. */
  readonly places: number;
  /** Who comes, in running order. */
  readonly groups: readonly { readonly card: ApplicationHead; readonly position: number }[];
};

/** What the groups of an event are told; for letters, so no actor is checked. */
export function pitchPlan(context: Context, eventId: Id): PitchPlan | null {
  const event = findEvent(context.db, eventId);
  const call = event === null ? null : callById(context, event.callId);
  if (event === null || call === null) return null;
  const cards = new Map(shortlistOf(context, call.id).map((card) => [card.id, card]));
  const order = pitchesOf(context.db, event.id);
  return {
    event,
    call,
    isOrderFixed: event.pollId !== null,
    questionSeconds: findOffer(context.db, event.id)?.questionSeconds ?? 0,
    places: order.length,
    groups: order.flatMap(({ applicationId, position }) => {
      const card = cards.get(applicationId);
      return card === undefined ? [] : [{ card, position }];
    }),
  };
}
