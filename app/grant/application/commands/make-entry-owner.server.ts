import type { Id } from '#app/kernel/id.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { handOverByCode } from '../store/staff-entry.server.ts';
import { endMembership, findMember, insertMember } from '../store/team.server.ts';
import type { Application } from '../store.server.ts';

/**
 * Makes somebody the owner of what was written down for them, inside the transaction that has decided it.
 *
 * @returns  false for somebody who has judged, paid or mentored the group: a later stage knows, and its tables say so
 */
export function makeEntryOwner(tx: Tx, context: Context, found: Application, personId: Id): boolean {
  const { now } = context;
  // Somebody who helped with it before stops being a helper of what is now hers.
  const before = findMember(tx, found.id, personId);
  if (before !== null) endMembership(tx, before.id, personId, now);
  const memberId = context.newId();
  const joins = { personId, role: 'sign', kind: 'team', joinedAt: now, invitationId: null } as const;
  if (!insertMember(tx, { id: memberId, applicationId: found.id, ...joins })) return false;
  handOverByCode(tx, found.id, { id: context.newId(), fromId: found.applicantId, toId: personId }, now);
  endMembership(tx, memberId, personId, now);
  if (found.state === 'submitted') promise(tx, context, { kind: 'application-team-changed', subjectId: found.id });
  return true;
}
