import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { invitationState } from '../rules/inviting.ts';
import { mayManageTeam, mayView } from '../rules/team.ts';
import { findOpenHandover } from '../store/handovers.server.ts';
import { findInvitationsOf } from '../store/invitations.server.ts';
import { findMembers } from '../store/team.server.ts';
import { findApplication } from '../store.server.ts';
import { givenName } from './staff-entries.server.ts';
import { myRole } from './team.server.ts';

export type TeamPage = NonNullable<ReturnType<typeof teamPage>>;

/** Who works on an application, for everybody in the team; who is invited, for its owner. */
export function teamPage(context: Context, applicationId: Id) {
  const { actor } = context;
  const found = findApplication(context.db, applicationId);
  const role = found === null ? null : myRole(context, found);
  if (actor === null || found === null || !mayView(role)) return null;
  const call = callById(context, found.callId);
  invariant(call !== null, 'an application has a call: the foreign key says so');
  const members = findMembers(context.db, applicationId);
  const made = findInvitationsOf(context.db, applicationId);
  // Whoever came by a link or by agreement has not given her an address.
  const typed = new Set(made.filter(({ createdBy }) => createdBy === actor.personId).map(({ email }) => email));
  const emailOf = (personId: Id) => {
    const email = people.get(personId)?.email ?? '';
    return isOwner && typed.has(email) ? email : '';
  };
  const asked = findOpenHandover(context.db, applicationId);
  const people = peopleById(context, [found.applicantId, ...members.map(({ personId }) => personId)]);
  const nameOf = (personId: Id) => people.get(personId)?.name ?? '';
  const isOwner = mayManageTeam(role);
  return {
    id: found.id,
    reference: found.reference,
    state: found.state,
    role,
    /** Only an owner sees addresses, and only those she wrote to. */
    isOwner,
    call: { title: call.title, timeZone: call.timeZone },
    owner: {
      name: givenName(context, found, actor.personId) ?? nameOf(found.applicantId),
      isMe: found.applicantId === actor.personId,
    },
    members: members.map(({ personId, role: held, kind, joinedAt }) => ({
      personId,
      name: nameOf(personId),
      email: emailOf(personId),
      isMe: personId === actor.personId,
      role: held,
      kind,
      joinedAt,
    })),
    handover:
      asked === null
        ? null
        : {
            toId: asked.toId,
            toName: nameOf(asked.toId),
            isToMe: asked.toId === actor.personId,
            askedAt: asked.askedAt,
          },
    invitations: isOwner
      ? made
          .filter((one) => invitationState(one, context.now) === 'open')
          .map(({ id, email, role: offered, kind, uses, usesMax, expiresAt }) => ({
            id,
            email,
            role: offered,
            kind,
            uses,
            usesMax,
            expiresAt,
          }))
      : [],
  };
}
