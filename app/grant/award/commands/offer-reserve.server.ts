import type { Id } from '#app/kernel/id.ts';
import type { Minor } from '#app/kernel/money.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { applicationCard } from '../../application/queries/application-card.server.ts';
import { isHiddenFromMe } from '../../application/queries/hidden-from.server.ts';
import { isInsider } from '../../application/queries/team.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { reserveList } from '../queries/reserve-list.server.ts';
import { mayManageAward } from '../rules/access.ts';
import { decideReserveOffer, type ReserveRefusal } from '../rules/offering.ts';
import type { TranchePlan } from '../rules/tranche-plan.ts';
import { writeOffer } from './write-offer.server.ts';

/** Offers a place that came free to the next group on the reserve list. */
export function offerReserve(
  context: Context,
  applicationId: Id,
  offer: { readonly amountMinor: Minor; readonly plan: TranchePlan },
): Outcome<{ awardId: Id }, ReserveRefusal | 'withdrawn' | 'not-found'> {
  return context.transact((tx) => {
    const card = applicationCard(context, applicationId);
    const call = card === null ? null : callById(context, card.callId);
    const { actor } = context;
    if (card === null || call === null || actor === null || !mayManageAward(actor, call)) return refused('not-found');
    if (isInsider(context, applicationId, actor.personId)) return refused('not-found');
    if (isHiddenFromMe(context, applicationId)) return refused('not-found');
    if (card.state !== 'submitted') return refused('withdrawn');
    const facts = { ...reserveList(context, call), askedMinor: card.amountMinor ?? 0 };
    const decision = decideReserveOffer(facts, { applicationId, amountMinor: offer.amountMinor });
    if (!decision.ok) return decision;
    return done({ awardId: writeOffer(tx, context, { call, card, ...offer, offeredBy: actor.personId }) });
  });
}
