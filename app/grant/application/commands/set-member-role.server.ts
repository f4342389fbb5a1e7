import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { myRole } from '../queries/team.server.ts';
import { type MemberRole, mayManageTeam } from '../rules/team.ts';
import { endMembership, findMember, insertMember } from '../store/team.server.ts';
import { findApplication } from '../store.server.ts';

/** Gives somebody of the team another role: one membership ends and another begins, so that both stay known. */
export function setMemberRole(
  context: Context,
  applicationId: Id,
  personId: Id,
  role: MemberRole,
): Outcome<'set', 'support-never-signs' | 'has-judged' | 'not-found'> {
  const { actor } = context;
  return context.transact((tx) => {
    const found = findApplication(tx, applicationId);
    if (actor === null || found === null || !mayManageTeam(myRole(context, found))) return refused('not-found');
    const member = findMember(tx, applicationId, personId);
    if (member === null) return refused('not-found');
    if (member.role === role) return done('set');
    if (member.kind === 'support' && role === 'sign') return refused('support-never-signs');
    endMembership(tx, member.id, actor.personId, context.now);
    const { kind } = member;
    const id = context.newId();
    const again = { id, applicationId, personId, role, kind, joinedAt: context.now, invitationId: null };
    // A later stage knows; its tables say so.
    return insertMember(tx, again) ? done('set') : refused('has-judged');
  });
}
