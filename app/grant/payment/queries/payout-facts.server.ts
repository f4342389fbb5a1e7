import { isHiddenFromMe } from '#app/grant/application/queries/hidden-from.server.ts';
import { isInsider } from '#app/grant/application/queries/team.server.ts';
import { hasDeclaredConflict } from '#app/grant/assessment/queries/panel-ranking.server.ts';
import { type AwardCard, awardById } from '#app/grant/award/queries/award-card.server.ts';
import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { mayKeepBooks } from '../rules/access.ts';
import { approvalHash } from '../rules/approval-hash.ts';
import type { Signer } from '../rules/two-people.ts';
import { findPayeeVersion, newestPayee, type PayeeVersionRow } from '../store/payees.server.ts';
import { findPayout, isRecused, type PayoutRow } from '../store/payouts.server.ts';
import { findTranche, type TrancheRow } from '../store/tranches.server.ts';

/** A tranche, for the finance people of the partner that awarded it. */
export type TrancheFacts = { readonly tranche: TrancheRow; readonly award: AwardCard };

export type PayoutFacts = TrancheFacts & {
  readonly payout: PayoutRow;
  /** The version that this payout would go to. */
  readonly payee: PayeeVersionRow;
  readonly isPayeeNewest: boolean;
  /** Of the payout as it stands now: what a checker sees and signs. */
  readonly hash: string;
};

/** @returns null when there is none, or when the signed-in person does not keep its books or was named by its group */
export function trancheForFinance(context: Context, trancheId: Id): TrancheFacts | null {
  const tranche = findTranche(context.db, trancheId);
  if (tranche === null) return null;
  const award = awardById(context, tranche.awardId);
  invariant(award !== null, 'a tranche has an award');
  if (!mayKeepBooks(context.actor, award) || isHiddenFromMe(context, award.applicationId)) return null;
  return { tranche, award };
}

/** @returns null when there is none, or when the signed-in person does not keep its books or was named by its group */
export function payoutForFinance(context: Context, payoutId: Id): PayoutFacts | null {
  const payout = findPayout(context.db, payoutId);
  const facts = payout === null ? null : trancheForFinance(context, payout.trancheId);
  if (payout === null || facts === null) return null;
  const payee = findPayeeVersion(context.db, payout.payeeVersionId);
  invariant(payee !== null, 'a payout has a payee');
  return {
    ...facts,
    payout,
    payee,
    isPayeeNewest: newestPayee(context.db, facts.award.id)?.id === payee.id,
    hash: hashOf(payout, payee),
  };
}

/** The same hash for a payout that was loaded in a list. */
export function hashOf(payout: PayoutRow, payee: PayeeVersionRow): string {
  return approvalHash({
    payoutId: payout.id,
    trancheId: payout.trancheId,
    attempt: payout.attempt,
    rail: payout.rail,
    amountMinor: payout.amountMinor,
    currency: payout.currency,
    reference: payout.reference,
    endToEndId: payout.endToEndId,
    payeeVersionId: payee.id,
    payeeSealed: payee.sealed,
  });
}

/** The signed-in finance person, as the rule of two people sees her. */
export function signerOf(context: Context, award: AwardCard): Signer {
  invariant(context.actor !== null, 'a finance person is signed in');
  const id = context.actor.personId;
  return {
    id,
    isInsider: isInsider(context, award.applicationId, id),
    hasDeclaredConflict: hasDeclaredConflict(context, id, award.applicationId),
    isRecused: isRecused(context.db, award.id, id),
  };
}
