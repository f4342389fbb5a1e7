import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { invitationTokenHash } from '../queries/invitation-token-hash.server.ts';
import { myRole } from '../queries/team.server.ts';
import { mayStart } from '../rules/access.ts';
import { decideJoin, isInvitationToken, type JoinRefusal } from '../rules/inviting.ts';
import { findInvitationByHash } from '../store/invitations.server.ts';
import { findMembers, insertMember } from '../store/team.server.ts';
import { findApplication } from '../store.server.ts';

/**
 * Puts the signed-in person into the team that a token opens; who is in it already just finds it again.
 *
 * @param token  from the address of the page
 */
export function joinTeam(
  context: Context,
  token: string,
): Outcome<{ applicationId: Id }, Exclude<JoinRefusal, 'already-in'> | 'has-judged' | 'not-found'> {
  const { actor } = context;
  if (actor === null || !isInvitationToken(token)) return refused('not-found');
  return context.transact((tx) => {
    const invitation = findInvitationByHash(tx, invitationTokenHash(context, token));
    const found = invitation === null ? null : findApplication(tx, invitation.applicationId);
    const person = personById(context, actor.personId);
    if (invitation === null || found === null || person === null) return refused('not-found');
    const call = callById(context, found.callId);
    invariant(call !== null, 'an application has a call: the foreign key says so');
    const members = findMembers(tx, found.id);
    const facts = { email: person.email, isInTeam: myRole(context, found) !== null, mayStart: mayStart(actor, call) };
    const decision = decideJoin(found, invitation, facts, members.length, context.now);
    if (!decision.ok) {
      return decision.reason === 'already-in' ? done({ applicationId: found.id }) : refused(decision.reason);
    }
    // A later stage knows; its tables say so.
    const hasJoined = insertMember(tx, {
      id: context.newId(),
      applicationId: found.id,
      personId: actor.personId,
      role: invitation.role,
      kind: invitation.kind,
      joinedAt: context.now,
      invitationId: invitation.id,
    });
    if (!hasJoined) return refused('has-judged');
    // Somebody on a panel may be tied to whoever joined what it reads.
    if (found.state === 'submitted') promise(tx, context, { kind: 'application-team-changed', subjectId: found.id });
    return done({ applicationId: found.id });
  });
}
