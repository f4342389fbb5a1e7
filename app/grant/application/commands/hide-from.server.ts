import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { myRole } from '../queries/team.server.ts';
import { NAMED_MAX, type Named } from '../rules/hidden-from.ts';
import { mayManageTeam } from '../rules/team.ts';
import { deleteHidden, findHidden, findHiddenFrom, insertHidden } from '../store/safety.server.ts';
import { findApplication } from '../store.server.ts';

/**
 * Names somebody who must not see an application. From this commit on every page of it is "not found" for them; the
 * promise has the panel set aside what they have scored already.
 */
export function hideFrom(
  context: Context,
  applicationId: Id,
  named: Named,
): Outcome<'hidden', 'not-found' | 'too-many-named' | 'name-missing'> {
  const { actor } = context;
  return context.transact((tx) => {
    const found = findApplication(tx, applicationId);
    if (actor === null || found === null || !mayManageTeam(myRole(context, found))) return refused('not-found');
    const name = named.name.trim();
    if (name === '') return refused('name-missing');
    const email = named.email?.trim().toLowerCase() || null;
    // Only her own: what an owner before has written must not show in what she is told.
    const before = findHiddenFrom(tx, [applicationId]).filter(({ addedBy }) => addedBy === actor.personId);
    // A double click names somebody once.
    if (before.some((row) => row.kind === named.kind && row.name === name && row.email === email))
      return done('hidden');
    if (before.length >= NAMED_MAX) return refused('too-many-named');
    const entry = { id: context.newId(), applicationId, kind: named.kind, name, email };
    insertHidden(tx, { ...entry, addedAt: context.now, addedBy: actor.personId });
    promise(tx, context, { kind: 'application-hidden', subjectId: found.callId });
    return done('hidden');
  });
}

/** Takes a name off the list; what the panel has set aside meanwhile stays so. */
export function showAgain(context: Context, applicationId: Id, hiddenId: Id): Outcome<'shown', 'not-found'> {
  const { actor } = context;
  return context.transact((tx) => {
    const found = findApplication(tx, applicationId);
    if (actor === null || found === null || !mayManageTeam(myRole(context, found))) return refused('not-found');
    const hidden = findHidden(tx, hiddenId);
    if (hidden?.applicationId !== applicationId || hidden.addedBy !== actor.personId) return refused('not-found');
    deleteHidden(tx, hiddenId);
    return done('shown');
  });
}
