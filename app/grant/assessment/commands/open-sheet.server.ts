import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { applicationCard } from '../../application/queries/application-card.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { mayReadApplication } from '../rules/access.ts';
import type { PanelState } from '../rules/panel-state.ts';
import type { SheetState } from '../rules/scoring.ts';
import { findConflict, findMember, panelStateOf } from '../store/panel.server.ts';
import { findSheet } from '../store/sheets.server.ts';

export type OpenSheet = {
  readonly facts: { panel: PanelState; sheet: SheetState | null; criterionIds: readonly Id[] };
  readonly sheet: { id: Id; isNew: boolean; memberId: Id; applicationId: Id };
};

/** The signed-in member's sheet for an application she may read, begun or not, inside the caller's transaction. */
export function openSheet(tx: Tx, context: Context, applicationId: Id): Outcome<OpenSheet, 'not-found'> {
  const card = applicationCard(context, applicationId);
  if (context.actor === null || card === null) return refused('not-found');
  const { personId } = context.actor;
  const call = callById(context, card.callId);
  const member = findMember(tx, card.callId, personId);
  if (call === null || member === null) return refused('not-found');
  const panel = panelStateOf(tx, card.callId);
  const reading = {
    seat: member.state,
    panel,
    isStanding: card.state === 'submitted',
    isOwn: card.applicantId === personId,
    declared: findConflict(tx, member.id, applicationId)?.level ?? null,
  };
  if (!mayReadApplication(reading)) return refused('not-found');
  const sheet = findSheet(tx, member.id, applicationId);
  return done({
    facts: { panel, sheet: sheet?.state ?? null, criterionIds: call.criteria.map((criterion) => criterion.id) },
    sheet: { id: sheet?.id ?? context.newId(), isNew: sheet === null, memberId: member.id, applicationId },
  });
}
