import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type ApplicationHead, applicationHeads } from '../../application/queries/application-card.server.ts';
import { isHiddenFromMe } from '../../application/queries/hidden-from.server.ts';
import { myRoleIn } from '../../application/queries/team.server.ts';
import { mayEdit, maySign, mayView } from '../../application/rules/team.ts';
import { callSummary } from '../../call/queries/call-facts.server.ts';
import { eventOfPitch } from '../store/pitch-cards.server.ts';
import { findEvent, type PitchEvent } from '../store.server.ts';
import { ownEvent, pollStateOf } from './own-event.server.ts';

type PitchOf = {
  readonly application: ApplicationHead;
  readonly event: PitchEvent;
  readonly isVoteOpen: boolean;
};

/** A group's pitch for somebody of its team, with what they may do about it; null for anybody else. */
export function pitchOfTeam(
  context: Context,
  applicationId: Id,
): (PitchOf & { readonly as: 'speaks' | 'writes' | 'reads' }) | null {
  const role = myRoleIn(context, applicationId);
  const found = mayView(role) ? pitchOf(context, applicationId) : null;
  return found && { ...found, as: maySign(role) ? 'speaks' : mayEdit(role) ? 'writes' : 'reads' };
}

/** The same for whoever runs the pitch day of a call; null also where the group named them as somebody to stay away. */
export function pitchOfStaff(context: Context, callId: Id, applicationId: Id): PitchOf | null {
  const found = pitchOf(context, applicationId);
  if (found === null || found.event.callId !== callId || ownEvent(context, found.event.id) === null) return null;
  return isHiddenFromMe(context, applicationId) ? null : found;
}

/** In a running order, and not taken back; no actor is checked. */
function pitchOf(context: Context, applicationId: Id): PitchOf | null {
  const eventId = eventOfPitch(context.db, applicationId);
  const event = eventId === null ? null : findEvent(context.db, eventId);
  const application = applicationHeads(context, [applicationId]).get(applicationId);
  if (event === null || application === undefined || application.state !== 'submitted') return null;
  if (callSummary(context, event.callId) === null) return null;
  return { application, event, isVoteOpen: pollStateOf(context, event) === 'open' };
}
