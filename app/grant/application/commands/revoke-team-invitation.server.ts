import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { myRole } from '../queries/team.server.ts';
import { mayManageTeam } from '../rules/team.ts';
import { findInvitation, markInvitationRevoked } from '../store/invitations.server.ts';
import { findApplication } from '../store.server.ts';

/** Takes an invitation back; whoever has come by it stays. Twice is once. */
export function revokeTeamInvitation(
  context: Context,
  applicationId: Id,
  invitationId: Id,
): Outcome<'revoked', 'not-found'> {
  return context.transact((tx) => {
    const found = findApplication(tx, applicationId);
    if (found === null || !mayManageTeam(myRole(context, found))) return refused('not-found');
    if (findInvitation(tx, invitationId)?.applicationId !== applicationId) return refused('not-found');
    markInvitationRevoked(tx, invitationId, context.now);
    return done('revoked');
  });
}
