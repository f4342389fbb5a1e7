import { hiddenFromMe } from '#app/grant/application/queries/hidden-from.server.ts';
import type { AwardCard } from '#app/grant/award/queries/award-card.server.ts';
import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';

/** The group of each award, by the award's id; null for one that has named the signed-in person. */
export function groupNames(context: Context, awards: readonly AwardCard[]): ReadonlyMap<Id, string | null> {
  const hidden = hiddenFromMe(
    context,
    awards.map((award) => award.applicationId),
  );
  return new Map(awards.map((award) => [award.id, hidden.has(award.applicationId) ? null : award.groupName]));
}
