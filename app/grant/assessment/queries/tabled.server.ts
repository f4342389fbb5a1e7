import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type ApplicationHead, applicationsUnderReview } from '../../application/queries/application-card.server.ts';
import { namedIn } from '../../application/queries/hidden-from.server.ts';
import { isKeptQuiet } from '../rules/found-ties.ts';
import { conflictsOf, findMember } from '../store/panel.server.ts';

/**
 * What is on the table as far as one member may know: an application whose applicant has named her does not exist, and
 * does not come back with a conflict that she has never declared when she is taken off the list. Nor does one to which
 * a name or an address has led: whoever is shown that it did learns who is in the group.
 */
export function tabledFor(context: Context, callId: Id, personId: Id): ApplicationHead[] {
  const hidden = namedIn(context, callId, personId);
  const member = findMember(context.db, callId, personId);
  const keptAway = new Set(
    (member === null ? [] : conflictsOf(context.db, member.id))
      .filter(isKeptQuiet)
      .map(({ applicationId }) => applicationId),
  );
  return applicationsUnderReview(context, callId).filter(({ id }) => !hidden.has(id) && !keptAway.has(id));
}
