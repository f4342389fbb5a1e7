import { inviteToTeam } from '#app/grant/application/commands/invite-to-team.server.ts';
import { joinTeam } from '#app/grant/application/commands/join-team.server.ts';
import type { MemberKind, MemberRole } from '#app/grant/application/rules/team.ts';
import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { TestWorld } from './test-world.ts';

/** A link into a team, as its owner makes one. */
export function teamLink(world: TestWorld, ownerId: Id, applicationId: Id, role: MemberRole, usesMax = 1): string {
  const draft = { invitationId: world.newId(), kind: 'team', role, email: null, usesMax } as const;
  const made = inviteToTeam(world.as(ownerId), applicationId, draft);
  invariant(made.ok, `the trial invitation must be possible: ${made.ok ? '' : made.reason}`);
  return made.value.token;
}

/** Somebody who came into a team by an invitation. */
export function inTeam(
  world: TestWorld,
  ownerId: Id,
  applicationId: Id,
  personId: Id,
  role: MemberRole,
  kind: MemberKind = 'team',
): void {
  const draft = { invitationId: world.newId(), kind, role, email: null, usesMax: 1 };
  const made = inviteToTeam(world.as(ownerId), applicationId, draft);
  const joined = made.ok ? joinTeam(world.as(personId), made.value.token) : made;
  invariant(joined.ok, `the trial member must be able to join: ${joined.ok ? '' : joined.reason}`);
}
