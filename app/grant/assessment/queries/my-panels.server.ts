import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { publishedCalls } from '../../call/queries/call-facts.server.ts';
import { maySeeInvitation } from '../rules/access.ts';
import type { MemberKind } from '../rules/composition.ts';
import type { PanelState } from '../rules/panel-state.ts';
import { findPanels, membershipsOf } from '../store/panel.server.ts';

export type MyPanel = {
  readonly callId: Id;
  readonly title: string;
  readonly partnerName: string;
  readonly kind: MemberKind;
  readonly isInvited: boolean;
  readonly panel: PanelState;
};

/** The panels the signed-in person was asked to join or sits on, newest invitation first. */
export function myPanels(context: Context): MyPanel[] {
  if (context.actor === null) return [];
  const seats = membershipsOf(context.db, context.actor.personId).filter((seat) => maySeeInvitation(seat.state));
  if (seats.length === 0) return [];
  const calls = new Map(publishedCalls(context).map((call) => [call.id, call]));
  const panels = new Map(
    findPanels(
      context.db,
      seats.map((seat) => seat.callId),
    ).map((panel) => [panel.callId, panel.state]),
  );
  return seats.toReversed().flatMap((seat) => {
    const call = calls.get(seat.callId);
    if (call === undefined) return [];
    return {
      callId: seat.callId,
      title: call.title,
      partnerName: call.partnerName,
      kind: seat.kind,
      isInvited: seat.state === 'invited',
      panel: panels.get(seat.callId) ?? 'preparing',
    };
  });
}

/** Whether a person was invited to a panel or sits on one. */
export function hasPanelSeat(context: Pick<Context, 'db'>, personId: Id): boolean {
  return membershipsOf(context.db, personId).some((seat) => seat.state === 'invited' || seat.state === 'accepted');
}
