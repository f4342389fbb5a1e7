import { invariant } from '#app/kernel/invariant.ts';
import { personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { invitationState, isInvitationToken } from '../rules/inviting.ts';
import { findInvitationByHash } from '../store/invitations.server.ts';
import { findApplication } from '../store.server.ts';
import { invitationTokenHash } from './invitation-token-hash.server.ts';
import { myRole } from './team.server.ts';

/**
 * What somebody who holds an invitation is told before they join: whose idea it is and what they could do. Looking
 * uses nothing up. Who holds somebody else's letter learns nothing of the idea.
 */
export function joinPage(context: Context, token: string) {
  const { actor } = context;
  if (actor === null || !isInvitationToken(token)) return null;
  const invitation = findInvitationByHash(context.db, invitationTokenHash(context, token));
  const found = invitation === null ? null : findApplication(context.db, invitation.applicationId);
  if (invitation === null || found === null) return null;
  const call = callById(context, found.callId);
  invariant(call !== null, 'an application has a call: the foreign key says so');
  const me = personById(context, actor.personId);
  const isForMe = invitation.email === null || invitation.email === me?.email;
  const state = invitationState(invitation, context.now);
  const isOpen = isForMe && state === 'open' && found.state !== 'withdrawn';
  return {
    applicationId: found.id,
    isInTeam: myRole(context, found) !== null,
    isForMe,
    state: found.state === 'withdrawn' ? ('withdrawn' as const) : state,
    role: invitation.role,
    kind: invitation.kind,
    expiresAt: invitation.expiresAt,
    callTitle: call.title,
    callLanguage: call.language,
    timeZone: call.timeZone,
    idea: isOpen
      ? {
          title: found.title,
          groupName: found.groupName,
          ownerName: personById(context, found.applicantId)?.name ?? '',
          language: found.language,
        }
      : null,
  };
}
