import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { isHiddenFromMe } from '../../application/queries/hidden-from.server.ts';
import { awardById } from '../../award/queries/award-card.server.ts';
import { isMentorNow } from '../rules/access.ts';
import { decideMilestone, type MilestoneRefusal } from '../rules/milestones.ts';
import { findLiveMatch, findMilestones, insertMilestone, nextPosition } from '../store.server.ts';

/** The mentor writes down what she and the group agreed to reach, and by when. */
export function addMilestone(
  context: Context,
  awardId: Id,
  added: { readonly title: string; readonly dueAt: Instant; readonly releasesTranche: boolean },
): Outcome<{ milestoneId: Id }, MilestoneRefusal | 'not-found'> {
  const { actor } = context;
  return context.transact((tx) => {
    const award = awardById(context, awardId);
    const mentorPersonId = findLiveMatch(tx, awardId)?.mentor.personId ?? null;
    if (award === null || actor === null || !isMentorNow(actor, mentorPersonId)) return refused('not-found');
    if (isHiddenFromMe(context, award.applicationId)) return refused('not-found');
    const before = findMilestones(tx, [awardId]);
    const plan = {
      milestones: before.length,
      releasing: before.filter((row) => row.releasesTranche).length,
      trancheCount: award.trancheWeights.length,
    };
    const decision = decideMilestone(plan, added, context.now);
    if (!decision.ok) return decision;
    const milestoneId = context.newId();
    insertMilestone(tx, {
      id: milestoneId,
      awardId,
      position: nextPosition(tx, awardId),
      title: added.title.trim(),
      dueAt: added.dueAt,
      releasesTranche: added.releasesTranche,
      state: 'open',
      addedAt: context.now,
      addedBy: actor.personId,
      checkInId: null,
      signedOffAt: null,
      signedOffBy: null,
    });
    return done({ milestoneId });
  });
}
