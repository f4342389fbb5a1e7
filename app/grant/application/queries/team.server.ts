import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { roleOn, type TeamRole } from '../rules/team.ts';
import { findEverMembers, findMember } from '../store/team.server.ts';
import { findApplication, findApplications } from '../store.server.ts';

/** What the signed-in person is to an application; null for a stranger. One look-up, none for its owner. */
export function myRole(
  context: Pick<Context, 'db' | 'actor'>,
  application: { readonly id: Id; readonly applicantId: Id },
): TeamRole | null {
  const { actor } = context;
  const isMember = actor !== null && actor.personId !== application.applicantId;
  const member = isMember ? findMember(context.db, application.id, actor.personId) : null;
  return roleOn(actor, application, member === null ? [] : [member]);
}

/** The same by id, for later stages; null for an application that does not exist, too. */
export function myRoleIn(context: Pick<Context, 'db' | 'actor'>, applicationId: Id): TeamRole | null {
  const found = findApplication(context.db, applicationId);
  return found === null ? null : myRole(context, found);
}

/**
 * Everybody who knows an application from within: its owner and all who ever were in its team, those who left and
 * support workers too. They neither read it for the panel nor score, pay or mentor it. Two queries however many.
 */
export function insidersOf(
  context: Pick<Context, 'db'>,
  applicationIds: readonly Id[],
): ReadonlyMap<Id, ReadonlySet<Id>> {
  const insiders = new Map(
    findApplications(context.db, applicationIds).map(({ id, applicantId }) => [id, new Set([applicantId])]),
  );
  for (const { applicationId, personId } of findEverMembers(context.db, applicationIds)) {
    insiders.get(applicationId)?.add(personId);
  }
  return insiders;
}

/** Whether somebody knows one application from within. */
export function isInsider(context: Pick<Context, 'db'>, applicationId: Id, personId: Id): boolean {
  return insidersOf(context, [applicationId]).get(applicationId)?.has(personId) ?? false;
}
