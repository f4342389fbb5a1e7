import { awardById } from '#app/grant/award/queries/award-card.server.ts';
import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { awardPlanned } from '../rules/postings.ts';
import { splitIntoTranches } from '../rules/split-into-tranches.ts';
import { findAccount, findBooks, post } from '../store/ledger.server.ts';
import { findTranches, insertTranche } from '../store/tranches.server.ts';
import { makeDue } from './make-due.server.ts';

export type PlanRefusal = 'not-found' | 'not-accepted' | 'books-not-open' | 'funds-missing';

/**
 * Sets an accepted award aside and splits it into tranches; the first may be paid at once.
 * Asked again, it changes nothing. The portal itself calls it, after an acceptance and when funds arrive.
 */
export function planTranches(context: Context, awardId: Id): Outcome<'planned', PlanRefusal> {
  return context.transact((tx) => {
    const award = awardById(context, awardId);
    if (award === null) return refused('not-found');
    if (award.state !== 'accepted') return refused('not-accepted');
    if (findTranches(tx, awardId).length > 0) return done('planned');
    if (findBooks(tx, award.callId) === null) return refused('books-not-open');
    const available = findAccount(tx, award.callId, 'available', award.callId)?.balance ?? 0;
    if (available < award.amountMinor) return refused('funds-missing');

    post(tx, context, award, awardPlanned({ callId: award.callId, awardId, amountMinor: award.amountMinor }));
    const tranches = splitIntoTranches(award.amountMinor, award.trancheWeights)
      // A share of a tiny award can round to nothing: there is nothing to pay then.
      .filter((amountMinor) => amountMinor > 0)
      .map((amountMinor, place) => ({
        id: context.newId(),
        awardId,
        callId: award.callId,
        position: place + 1,
        amountMinor,
        currency: award.currency,
        state: 'planned' as const,
        plannedAt: context.now,
        dueAt: null,
        paidAt: null,
      }));
    for (const row of tranches) insertTranche(tx, row);
    const [first] = tranches;
    if (first !== undefined) makeDue(tx, context, first);
    return done('planned');
  });
}
