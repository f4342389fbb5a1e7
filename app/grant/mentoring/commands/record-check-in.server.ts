import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { isHiddenFromMe } from '../../application/queries/hidden-from.server.ts';
import { awardById } from '../../award/queries/award-card.server.ts';
import { isMentorNow } from '../rules/access.ts';
import { type CheckInRefusal, decideCheckIn, type SaidInCheckIn } from '../rules/checking-in.ts';
import { findLiveMatch, findMilestone, insertCheckIn } from '../store.server.ts';

/**
 * Records what mentor and group said to each other, and asks the group whether it is right.
 *
 * @param said  `milestoneId` is the milestone that was met, or null
 */
export function recordCheckIn(
  context: Context,
  awardId: Id,
  said: SaidInCheckIn & { readonly milestoneId: Id | null },
): Outcome<{ checkInId: Id }, CheckInRefusal | 'not-found'> {
  return context.transact((tx) => {
    const award = awardById(context, awardId);
    const live = findLiveMatch(tx, awardId);
    if (award === null || live === null || !isMentorNow(context.actor, live.mentor.personId))
      return refused('not-found');
    if (isHiddenFromMe(context, award.applicationId)) return refused('not-found');
    const about = said.milestoneId === null ? null : findMilestone(tx, said.milestoneId);
    const milestone = said.milestoneId === null ? null : about?.awardId === awardId ? about.state : 'unknown';
    const decision = decideCheckIn({ acceptedAt: award.acceptedAt ?? award.offeredAt, milestone }, said, context.now);
    if (!decision.ok) return decision;
    const checkInId = context.newId();
    insertCheckIn(tx, {
      id: checkInId,
      awardId,
      mentorId: live.mentor.id,
      heldAt: said.heldAt,
      promised: said.promised.trim(),
      happened: said.happened.trim(),
      changed: said.changed.trim(),
      helpNeeded: said.helpNeeded.trim(),
      feels: said.feels,
      milestoneId: said.milestoneId,
      recordedAt: context.now,
      confirmedByGroupAt: null,
      disputedAt: null,
      disputeNote: '',
    });
    promise(tx, context, { kind: 'check-in-recorded', subjectId: checkInId });
    return done({ checkInId });
  });
}
