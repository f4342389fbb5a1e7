import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { isHiddenFromMe } from '../../application/queries/hidden-from.server.ts';
import { isInsider } from '../../application/queries/team.server.ts';
import { awardById } from '../../award/queries/award-card.server.ts';
import { releaseNextTranche } from '../../payment/commands/release-next-tranche.server.ts';
import { mayRunMentoring } from '../rules/access.ts';
import { decideSignOff, type SignOffRefusal } from '../rules/milestones.ts';
import { findCheckIns, findMilestone, hasMentored, markMet } from '../store.server.ts';

/**
 * Signs a milestone off and, where a payment waits for it, releases the next tranche in the same transaction.
 *
 * Without money set aside there is nothing to release yet, and the sign-off waits; when everything has been
 * released already, the milestone is met and no money moves.
 *
 * @returns the released tranche, or null
 */
export function signOffMilestone(
  context: Context,
  milestoneId: Id,
): Outcome<{ trancheId: Id | null }, SignOffRefusal | 'money-not-set-aside' | 'not-found'> {
  const { actor } = context;
  return context.transact((tx) => {
    const found = findMilestone(tx, milestoneId);
    const award = found === null ? null : awardById(context, found.awardId);
    if (found === null || award === null || actor === null || !mayRunMentoring(actor, award))
      return refused('not-found');
    if (isHiddenFromMe(context, award.applicationId)) return refused('not-found');
    const checkIns = findCheckIns(tx, [award.id]).filter((row) => row.milestoneId === milestoneId);
    const decision = decideSignOff({
      state: found.state,
      checkIns,
      signerIsMentor:
        hasMentored(tx, award.id, actor.personId) || isInsider(context, award.applicationId, actor.personId),
    });
    if (!decision.ok) return decision;
    const evidence = checkIns.find((row) => row.confirmedByGroupAt !== null);
    invariant(evidence !== undefined, 'a milestone is signed off on a confirmed check-in');
    const isMet = markMet(tx, milestoneId, { checkInId: evidence.id, at: context.now, by: actor.personId });
    invariant(isMet, 'the milestone was open when this transaction began');
    const released = found.releasesTranche ? releaseNextTranche(context, award.id) : null;
    if (released?.ok === false && released.reason === 'not-planned') return refused('money-not-set-aside');
    const trancheId = released?.ok ? released.value.trancheId : null;
    promise(tx, context, {
      kind: 'milestone-met',
      subjectId: milestoneId,
      ...(trancheId === null ? {} : { detail: { trancheId } }),
    });
    return done({ trancheId });
  });
}
