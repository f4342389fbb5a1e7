import type { Id } from '#app/kernel/id.ts';
import type { Minor } from '#app/kernel/money.ts';
import { partnerById } from '#app/people/queries/people.server.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { wordsIn } from '#app/words/use-words.ts';
import type { ApplicationHead } from '../../application/queries/application-card.server.ts';
import type { CallFacts } from '../../call/queries/call-facts.server.ts';
import { writeAgreement } from '../rules/agreement.ts';
import { respondBy } from '../rules/offering.ts';
import { TRANCHE_PLANS, type TranchePlan } from '../rules/tranche-plan.ts';
import { insertAward } from '../store.server.ts';

/** Writes one offer with its agreement and promises its letter, inside the caller's transaction. */
export function writeOffer(
  tx: Tx,
  context: Context,
  offer: { call: CallFacts; card: ApplicationHead; amountMinor: Minor; plan: TranchePlan; offeredBy: Id },
): Id {
  const { call, card, amountMinor } = offer;
  const trancheWeights = TRANCHE_PLANS[offer.plan];
  const agreement = writeAgreement({
    partnerName: call.partnerName,
    partnerEmail: partnerById(context, call.partnerId)?.email ?? '',
    callTitle: call.title,
    groupName: card.groupName,
    title: card.title,
    reference: card.reference,
    // Version 1 is written in English; the hash binds these very words.
    amount: wordsIn('en').money(amountMinor, call.currency),
    parts: trancheWeights,
  });
  const awardId = context.newId();
  insertAward(tx, {
    id: awardId,
    callId: call.id,
    partnerId: call.partnerId,
    applicationId: card.id,
    recipientId: card.applicantId,
    groupName: card.groupName,
    title: card.title,
    amountMinor,
    currency: call.currency,
    state: 'offered',
    trancheWeights,
    agreementVersion: agreement.version,
    agreementText: agreement.text,
    agreementHash: agreement.hash,
    offeredAt: context.now,
    offeredBy: offer.offeredBy,
    respondBy: respondBy(context.now),
    answeredAt: null,
  });
  promise(tx, context, { kind: 'award-offered', subjectId: awardId });
  return awardId;
}
