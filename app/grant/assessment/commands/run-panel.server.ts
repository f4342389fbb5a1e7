import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { type CallFacts, callById } from '../../call/queries/call-facts.server.ts';
import { mayRunPanel } from '../rules/access.ts';
import type { PanelState } from '../rules/panel-state.ts';
import { findMember, type MemberRow, membersOf, panelStateOf } from '../store/panel.server.ts';

export type RunPanel = {
  readonly call: CallFacts;
  readonly state: PanelState;
  readonly members: readonly MemberRow[];
  readonly managerId: Id;
};

/** The panel of a published call for whoever may run it, inside the caller's transaction. */
export function runPanel(tx: Tx, context: Context, callId: Id): Outcome<RunPanel, 'not-found'> {
  const call = callById(context, callId);
  if (context.actor === null || call === null || call.state !== 'published') return refused('not-found');
  const managerId = context.actor.personId;
  const seat = findMember(tx, callId, managerId)?.state ?? null;
  if (!mayRunPanel(context.actor, { partnerId: call.partnerId, seat })) return refused('not-found');
  return done({ call, state: panelStateOf(tx, callId), members: membersOf(tx, callId), managerId });
}
