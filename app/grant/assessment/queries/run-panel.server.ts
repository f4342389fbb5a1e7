import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { idsUnderReview } from '../../application/queries/application-card.server.ts';
import { hiddenFromMe } from '../../application/queries/hidden-from.server.ts';
import { isInsideAny } from '../../application/queries/team.server.ts';
import { type CallFacts, callById } from '../../call/queries/call-facts.server.ts';
import { mayRunPanel } from '../rules/access.ts';
import { type Composition, compositionOf } from '../rules/composition.ts';
import type { PanelState } from '../rules/panel-state.ts';
import { type MemberRow, membersOf, panelStateOf } from '../store/panel.server.ts';
import { isOfPanel } from './of-panel.server.ts';

export type RunPanel = {
  readonly call: CallFacts;
  readonly state: PanelState;
  readonly members: readonly MemberRow[];
  readonly composition: Composition;
  readonly managerId: Id;
};

/**
 * Whether the signed-in person may weigh the applications of a call against each other: not while an applicant among
 * them has named her, and not if she is or was in the team of one. Then a colleague does.
 */
export function mayWeigh(context: Context, cards: readonly { readonly id: Id }[]): boolean {
  const ids = cards.map(({ id }) => id);
  return hiddenFromMe(context, ids).size === 0 && !isInsideAny(context, ids, context.actor?.personId ?? '');
}

/** Whether the signed-in manager may give out the applications of a call: asked before what she sends is read. */
export function mayGiveOut(context: Context, callId: Id): boolean {
  const run = runPanel(context, callId);
  if (run === null) return false;
  return mayWeigh(
    context,
    idsUnderReview(context, callId).map((id) => ({ id })),
  );
}

/** The panel of a published call, if the signed-in person may run it. */
export function runPanel(context: Context, callId: Id): RunPanel | null {
  const call = callById(context, callId);
  if (context.actor === null || call === null || call.state !== 'published') return null;
  const managerId = context.actor.personId;
  // Most who ask are no managers of the partner: nothing more is looked up for them.
  const facts = { partnerId: call.partnerId, isOfPanel: false };
  if (!mayRunPanel(context.actor, facts)) return null;
  if (!mayRunPanel(context.actor, { ...facts, isOfPanel: isOfPanel(context, callId, managerId) })) return null;
  const members = membersOf(context.db, callId);
  return {
    call,
    state: panelStateOf(context.db, callId),
    members,
    composition: compositionOf(members, call.participantShareMinPercent),
    managerId,
  };
}

/** As `runPanel`, for whoever may weigh what its applications were scored too. */
export function weighPanel(context: Context, callId: Id): RunPanel | null {
  const run = runPanel(context, callId);
  if (run === null) return null;
  const cards = idsUnderReview(context, callId).map((id) => ({ id }));
  return mayWeigh(context, cards) ? run : null;
}
