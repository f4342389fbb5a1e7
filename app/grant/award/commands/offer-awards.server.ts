import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { done, type Outcome } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import type { ApplicationHead } from '../../application/queries/application-card.server.ts';
import { markDecisionReleased } from '../../assessment/commands/decision-lock.server.ts';
import { takeTiedWordsOut } from '../../assessment/commands/take-tied-words-out.server.ts';
import { decisionLockOf } from '../../assessment/queries/decision-lock.server.ts';
import { shortlistingsOfCall } from '../../assessment/queries/panel-ranking.server.ts';
import type { CallFacts } from '../../call/queries/call-facts.server.ts';
import { releasing } from '../queries/releasing.server.ts';
import type { OutcomeName } from '../rules/deciding.ts';
import { isToldAlready } from '../rules/telling.ts';
import type { TranchePlan } from '../rules/tranche-plan.ts';
import { findOutcomes, insertRelease, type OutcomeRow } from '../store.server.ts';
import { writeOffer } from './write-offer.server.ts';

/**
 * Offers every award of the decision and tells everybody else, all in one go.
 *
 * An application that was withdrawn since the decision gets neither an offer nor a letter.
 *
 * @param plans  how each award is paid, by application; whoever is not named is paid at once
 */
export function offerAwards(
  context: Context,
  callId: Id,
  plans: Readonly<Record<Id, TranchePlan>>,
): Outcome<{ offers: number }, 'not-found' | 'not-decided' | 'already-offered' | 'letter-quotes-tied'> {
  return context.transact((tx) => {
    const matter = releasing(context, callId);
    if (!matter.ok) return matter;
    const { call, personId, cards } = matter.value;
    const letters = takeTiedWordsOut(tx, context, [...cards.keys()], 'award');
    if (!letters.ok) return letters;
    insertRelease(tx, { callId, releasedAt: context.now, releasedBy: personId });
    // A decision from before there were locks has none.
    const lock = decisionLockOf(context, callId, 'award');
    if (lock !== null) markDecisionReleased(tx, context, { callId, stage: 'award' }, personId);
    const offering = {
      call,
      offeredBy: personId,
      plans,
      shortlistings: shortlistingsOfCall(context, callId),
      feedbackFrom: lock?.feedbackFrom ?? null,
    };
    const answers = findOutcomes(tx, callId).flatMap((outcome) => {
      const card = cards.get(outcome.applicationId);
      return card === undefined ? [] : [answer(tx, context, offering, outcome, card)];
    });
    return done({ offers: answers.filter((name) => name === 'awarded').length });
  });
}

type Offering = {
  readonly call: CallFacts;
  readonly offeredBy: Id;
  readonly plans: Readonly<Record<Id, TranchePlan>>;
  readonly shortlistings: ReturnType<typeof shortlistingsOfCall>;
  readonly feedbackFrom: Instant | null;
};

function answer(tx: Tx, context: Context, offering: Offering, row: OutcomeRow, card: ApplicationHead): OutcomeName {
  const { feedbackFrom } = offering;
  const isToldBefore = row.outcome === 'declined' && isToldAlready(row, offering.shortlistings.get(card.id) ?? null);
  if (isToldBefore) return row.outcome;
  if (row.outcome === 'awarded') {
    const { call, offeredBy } = offering;
    const plan = offering.plans[card.id] ?? 'at-once';
    writeOffer(tx, context, { call, card, amountMinor: row.amountMinor ?? 0, plan, offeredBy });
  } else if (row.outcome === 'reserve') {
    promise(tx, context, { kind: 'application-on-reserve', subjectId: card.id });
  } else {
    promise(tx, context, { kind: 'application-declined', subjectId: card.id });
  }
  if (feedbackFrom !== null && feedbackFrom > context.now) {
    const detail = { stage: 'award' };
    promise(tx, context, { kind: 'feedback-due', subjectId: card.id, detail, notBefore: feedbackFrom });
  }
  return row.outcome;
}
