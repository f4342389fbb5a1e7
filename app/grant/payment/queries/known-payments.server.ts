import { callsOfPartners } from '#app/grant/call/queries/call-facts.server.ts';
import type { Id } from '#app/kernel/id.ts';
import type { Currency } from '#app/kernel/money.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { KnownPayment } from '../rules/statement/matching.ts';
import { findBankFilesOfCalls } from '../store/bank-files.server.ts';
import { findPayoutsOfCalls } from '../store/payouts.server.ts';
import { payoutsSeenLeaving } from '../store/statements.server.ts';

/** Every payment of a partner in one currency, as a line of its bank statement could be about it. No actor is checked. */
export function knownPayments(context: Pick<Context, 'db'>, partnerId: Id, currency: Currency): KnownPayment[] {
  const callIds = callsOfPartners(context, [partnerId]).map((call) => call.id);
  const msgIds = new Map(findBankFilesOfCalls(context.db, callIds).map((file) => [file.id, file.msgId]));
  const payouts = findPayoutsOfCalls(context.db, callIds).filter((payout) => payout.currency === currency);
  const left = payoutsSeenLeaving(
    context.db,
    payouts.map((payout) => payout.id),
  );
  return payouts.map((payout) => ({
    payoutId: payout.id,
    endToEndId: payout.endToEndId,
    reference: payout.reference,
    amountMinor: payout.amountMinor,
    state: payout.state,
    msgId: payout.bankFileId === null ? null : (msgIds.get(payout.bankFileId) ?? null),
    hasLeft: left.has(payout.id),
  }));
}
