import type { Id } from '#app/kernel/id.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { areKeptApart } from '../queries/kept-apart.server.ts';
import { ownerOf } from '../queries/team.server.ts';
import type { InviteRefusal } from '../rules/inviting.ts';
import { findJoinRequest } from '../store/match-making.server.ts';
import { inviteToTeam } from './invite-to-team.server.ts';

/**
 * Invites the owner of a group that agreed to join up into this team. The link is written to her: nobody here learns
 * her address.
 */
export function inviteMatched(
  context: Context,
  applicationId: Id,
  requestId: Id,
  invitationId: Id,
): Outcome<'invited', Extract<InviteRefusal, 'withdrawn' | 'too-many-invitations'> | 'already-invited' | 'not-found'> {
  const request = findJoinRequest(context.db, requestId);
  if (request?.answer !== 'accepted' || ![request.fromId, request.toId].includes(applicationId)) {
    return refused('not-found');
  }
  const otherId = request.fromId === applicationId ? request.toId : request.fromId;
  if (areKeptApart(context, applicationId, otherId)) return refused('not-found');
  const toPersonId = ownerOf(context, otherId);
  const draft = { invitationId, kind: 'team', role: 'edit', email: null, usesMax: 1, toPersonId } as const;
  const outcome = inviteToTeam(context, applicationId, draft);
  if (outcome.ok) return { ok: true, value: 'invited' };
  const { reason } = outcome;
  if (reason === 'support-never-signs' || reason === 'uses-out-of-range') return refused('not-found');
  // No group ever agreed to join a pretend application.
  return reason === 'is-a-test' ? refused('not-found') : refused(reason);
}
