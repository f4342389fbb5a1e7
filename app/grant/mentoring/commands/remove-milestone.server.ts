import type { Id } from '#app/kernel/id.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { isHiddenFromMe } from '../../application/queries/hidden-from.server.ts';
import { awardById } from '../../award/queries/award-card.server.ts';
import { isMentorNow } from '../rules/access.ts';
import { decideRemove } from '../rules/milestones.ts';
import { deleteMilestone, findCheckIns, findLiveMatch, findMilestone } from '../store.server.ts';

/** Takes a milestone back that nobody has talked about yet. */
export function removeMilestone(
  context: Context,
  milestoneId: Id,
): Outcome<'removed', 'already-met' | 'talked-about' | 'not-found'> {
  return context.transact((tx) => {
    const found = findMilestone(tx, milestoneId);
    if (found === null) return refused('not-found');
    const mentorPersonId = findLiveMatch(tx, found.awardId)?.mentor.personId ?? null;
    const award = awardById(context, found.awardId);
    if (award === null || !isMentorNow(context.actor, mentorPersonId)) return refused('not-found');
    if (isHiddenFromMe(context, award.applicationId)) return refused('not-found');
    const checkIns = findCheckIns(tx, [found.awardId]).filter((row) => row.milestoneId === milestoneId).length;
    const decision = decideRemove({ state: found.state, checkIns });
    if (decision.ok) deleteMilestone(tx, milestoneId);
    return decision;
  });
}
