import { type AwardCard, awardById } from '#app/grant/award/queries/award-card.server.ts';
import { callById } from '#app/grant/call/queries/call-facts.server.ts';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { Currency, Minor } from '#app/kernel/money.ts';
import type { Context } from '#app/platform/context.server.ts';
import { heldUntil } from '../rules/payee-hold.ts';
import { findPayeeVersion, newestPayee } from '../store/payees.server.ts';
import { findPayout } from '../store/payouts.server.ts';
import { findTranche } from '../store/tranches.server.ts';

export type PayoutNews = {
  readonly award: AwardCard;
  readonly amountMinor: Minor;
  readonly currency: Currency;
  readonly reference: string;
  /** The last two digits of the account; null when it was paid in another way. */
  readonly ending: string | null;
};

/** What a letter about a payout says. A promise names a payout that exists. */
export function payoutNews(context: Pick<Context, 'db' | 'now'>, payoutId: Id): PayoutNews {
  const payout = findPayout(context.db, payoutId);
  const tranche = payout === null ? null : findTranche(context.db, payout.trancheId);
  const award = tranche === null ? null : awardById(context, tranche.awardId);
  const payee = payout === null ? null : findPayeeVersion(context.db, payout.payeeVersionId);
  invariant(payout !== null && award !== null && payee !== null, 'a promise names a payout that exists');
  return {
    award,
    amountMinor: payout.amountMinor,
    currency: payout.currency,
    reference: payout.reference,
    ending: payee.kind === 'bank' ? payee.ending : null,
  };
}

/** What a letter about changed details says. */
export function payeeNews(
  context: Pick<Context, 'db' | 'now'>,
  awardId: Id,
): { readonly award: AwardCard; readonly heldUntil: Instant; readonly timeZone: string } {
  const award = awardById(context, awardId);
  const payee = newestPayee(context.db, awardId);
  const call = award === null ? null : callById(context, award.callId);
  invariant(award !== null && payee !== null && call !== null, 'changed details belong to an award');
  return { award, heldUntil: heldUntil(payee), timeZone: call.timeZone };
}
