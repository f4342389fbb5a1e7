import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { myRoleIn } from '../../application/queries/team.server.ts';
import { maySign } from '../../application/rules/team.ts';
import { decideRefuse } from '../rules/answering.ts';
import { answerAward, findAward } from '../store.server.ts';

/** Turns an offer down for the group, by somebody who may sign for it; its place and money go back to the call. */
export function refuseAward(
  context: Context,
  awardId: Id,
): Outcome<'refused', 'already-answered' | 'offer-lapsed' | 'not-found'> {
  return context.transact((tx) => {
    const award = findAward(tx, awardId);
    if (award === null || !maySign(myRoleIn(context, award.applicationId))) return refused('not-found');
    const decision = decideRefuse(award, context.now);
    if (!decision.ok) return decision;
    invariant(answerAward(tx, awardId, 'refused', context.now), 'the offer was open when this transaction began');
    promise(tx, context, { kind: 'award-refused', subjectId: awardId });
    return decision;
  });
}
