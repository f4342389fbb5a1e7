import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { applicationCard } from '../../application/queries/application-card.server.ts';
import { findConflict, findMember } from '../store/panel.server.ts';

/** The panel on which the signed-in member gave this application back, so that a second tap ends where the first did. */
export function whereIPassedOn(context: Context, applicationId: Id): Id | null {
  const card = applicationCard(context, applicationId);
  const member =
    context.actor === null || card === null ? null : findMember(context.db, card.callId, context.actor.personId);
  if (card === null || member?.state !== 'accepted') return null;
  return findConflict(context.db, member.id, applicationId)?.raisedBy === 'passed-on' ? card.callId : null;
}
