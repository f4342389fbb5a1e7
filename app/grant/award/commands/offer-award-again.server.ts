import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { applicationCard } from '../../application/queries/application-card.server.ts';
import { isHiddenFromMe } from '../../application/queries/hidden-from.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { reserveList } from '../queries/reserve-list.server.ts';
import { mayManageAward } from '../rules/access.ts';
import { decideOfferAgain, respondBy } from '../rules/offering.ts';
import { findAward, offerAwardAgain as renew } from '../store.server.ts';

/** Gives a group that missed the date another two weeks for the same offer. */
export function offerAwardAgain(
  context: Context,
  awardId: Id,
): Outcome<'offered', 'not-lapsed' | 'no-place-free' | 'pot-exceeded' | 'withdrawn' | 'not-found'> {
  return context.transact((tx) => {
    const award = findAward(tx, awardId);
    if (award === null || !mayManageAward(context.actor, award)) return refused('not-found');
    if (isHiddenFromMe(context, award.applicationId)) return refused('not-found');
    if (applicationCard(context, award.applicationId)?.state !== 'submitted') return refused('withdrawn');
    const call = callById(context, award.callId);
    invariant(call !== null, 'an award belongs to a call');
    const decision = decideOfferAgain(award, reserveList(context, call), context.now);
    if (!decision.ok) return decision;
    renew(tx, awardId, context.now, respondBy(context.now));
    promise(tx, context, { kind: 'award-offered', subjectId: awardId });
    return decision;
  });
}
