import type { Id } from '#app/kernel/id.ts';
import { partnerStaff } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type NamedPerson, namedPeople } from '../../application/queries/named-people.server.ts';
import { runPanel } from './run-panel.server.ts';

/**
 * What staff who run a panel are told of the people whom applicants have named, and nobody else is: those on the panel
 * and the partner's own staff.
 */
export function namedMembers(context: Context, callId: Id): NamedPerson[] {
  const run = runPanel(context, callId);
  if (run === null) return [];
  const staff = partnerStaff(context, run.call.partnerId);
  return namedPeople(
    context,
    callId,
    [...run.members, ...staff].map(({ personId }) => personId),
  );
}
