import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { myRoleIn } from '../../application/queries/team.server.ts';
import { maySign } from '../../application/rules/team.ts';
import { awardById } from '../../award/queries/award-card.server.ts';
import { findLiveMatch, markAgreed } from '../store.server.ts';

/** The group says yes to its mentor and to the milestones as they stand now. */
export function agreePlan(context: Context, awardId: Id): Outcome<'agreed', 'no-mentor' | 'not-found'> {
  return context.transact((tx) => {
    const award = awardById(context, awardId);
    if (award === null || !maySign(myRoleIn(context, award.applicationId))) return refused('not-found');
    const live = findLiveMatch(tx, awardId);
    if (live === null) return refused('no-mentor');
    markAgreed(tx, live.match.id, context.now);
    return done('agreed');
  });
}
