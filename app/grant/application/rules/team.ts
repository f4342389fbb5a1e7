import type { Actor } from '#app/kernel/actor.ts';
import type { Id } from '#app/kernel/id.ts';

/** Each may do what those before it may: read, comment beside answers, write, submit and take back. */
export const MEMBER_ROLES = ['view', 'comment', 'edit', 'sign'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** `support`: somebody from outside the group who was asked to help; helps in every way but signing. */
export type MemberKind = 'team' | 'support';

/** What somebody is to an application; its owner may do everything that anybody may. */
export type TeamRole = MemberRole | 'owner';

/** Somebody who is in the team now. */
export type Member = { readonly personId: Id; readonly role: MemberRole; readonly kind: MemberKind };

/**
 * What somebody is to an application; null for a stranger.
 *
 * @param members  those who are in the team now: who left is a stranger again
 */
export function roleOn(
  actor: Actor | null,
  application: { readonly applicantId: Id },
  members: readonly Pick<Member, 'personId' | 'role'>[],
): TeamRole | null {
  if (actor === null) return null;
  if (actor.personId === application.applicantId) return 'owner';
  return members.find(({ personId }) => personId === actor.personId)?.role ?? null;
}

/** Everybody in the team reads everything of the application, its state and what is written beside it. */
export function mayView(role: TeamRole | null): role is TeamRole {
  return role !== null;
}

/** Writes beside answers, to the others in the team. */
export function mayComment(role: TeamRole | null): boolean {
  return isAtLeast(role, 'comment');
}

/** Writes details, answers and recordings of a draft. */
export function mayEdit(role: TeamRole | null): boolean {
  return isAtLeast(role, 'edit');
}

/** Speaks for the group: submits, takes back, accepts or refuses an award, names where the money goes. */
export function maySign(role: TeamRole | null): boolean {
  return isAtLeast(role, 'sign');
}

/** Invites, changes roles, removes people and hands the application over. */
export function mayManageTeam(role: TeamRole | null): boolean {
  return role === 'owner';
}

function isAtLeast(role: TeamRole | null, least: MemberRole): boolean {
  if (role === null) return false;
  return role === 'owner' || MEMBER_ROLES.indexOf(role) >= MEMBER_ROLES.indexOf(least);
}
