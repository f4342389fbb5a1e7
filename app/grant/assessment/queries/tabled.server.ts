import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type ApplicationCard, applicationsUnderReview } from '../../application/queries/application-card.server.ts';
import { hiddenFromPerson } from '../../application/queries/hidden-from.server.ts';

/** What is on the table as far as one member may know: an application whose applicant has named her does not exist. */
export function tabledFor(context: Context, callId: Id, personId: Id): ApplicationCard[] {
  const hidden = hiddenFromPerson(context, callId, personId);
  return applicationsUnderReview(context, callId).filter(({ id }) => !hidden.has(id));
}
