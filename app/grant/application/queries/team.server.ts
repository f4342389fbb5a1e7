import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { mayEdit, mayView, roleOn, type TeamRole } from '../rules/team.ts';
import { findEverMembers, findMember, findMembers } from '../store/team.server.ts';
import { findApplication, findApplications } from '../store.server.ts';
import { waitsFor } from './waiting-entries.server.ts';

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

/** Who hears of an application now: its owner or whom it waits for, then its team and whoever helps from outside. */
export function peopleOn(
  context: Pick<Context, 'db'>,
  application: { readonly id: Id; readonly applicantId: Id },
): Id[] {
  const first = waitsFor(context, application) ?? application.applicantId;
  return [first, ...findMembers(context.db, application.id).map(({ personId }) => personId)];
}

/** Whether somebody knows one application from within. */
export function isInsider(context: Pick<Context, 'db'>, applicationId: Id, personId: Id): boolean {
  return insidersOf(context, [applicationId]).get(applicationId)?.has(personId) ?? false;
}

/** Whether somebody knows any of these applications from within: two queries however many. */
export function isInsideAny(context: Pick<Context, 'db'>, applicationIds: readonly Id[], personId: Id): boolean {
  return [...insidersOf(context, applicationIds).values()].some((team) => team.has(personId));
}

/** Who owns an application now: to whom letters about it go. */
export function ownerOf(context: Pick<Context, 'db'>, applicationId: Id): Id {
  const found = findApplication(context.db, applicationId);
  invariant(found !== null, 'an application that is asked about exists: whoever asks has it from a foreign key');
  return found.applicantId;
}

export type EditRefusal = 'not-found' | 'left-team' | 'may-not-edit';

/** Whether the signed-in person may write in an application; somebody who no longer may is told why. */
export function editRight(
  context: Pick<Context, 'db' | 'actor'>,
  application: { readonly id: Id; readonly applicantId: Id } | null,
): Outcome<'edit', EditRefusal> {
  if (application === null) return refused('not-found');
  const role = myRole(context, application);
  if (mayEdit(role)) return done('edit');
  if (mayView(role)) return refused('may-not-edit');
  return hasLeft(context, application.id) ? refused('left-team') : refused('not-found');
}

/** Whether the signed-in person was in the team of an application and is not any more. */
export function hasLeft(context: Pick<Context, 'db' | 'actor'>, applicationId: Id): boolean {
  const { actor } = context;
  if (actor === null || !isInsider(context, applicationId, actor.personId)) return false;
  return !mayView(myRoleIn(context, applicationId));
}
