import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Currency, Minor } from '#app/kernel/money.ts';
import type { Context } from '#app/platform/context.server.ts';
import { isOnHold } from '../rules/payee-hold.ts';
import { type TrancheState, type TrancheStatus, trancheStatus, type WhoActsNext } from '../rules/tranche-status.ts';
import { hostStanding } from '../store/host-letters.server.ts';
import { isConfirmedPayee } from '../store/payee-codes.server.ts';
import { newestPayee } from '../store/payees.server.ts';
import { findLivePayoutsOfAward } from '../store/payouts.server.ts';
import { findTranches } from '../store/tranches.server.ts';

/** A part of an award, where it stands and who acts next. */
export type TrancheCard = {
  readonly id: Id;
  readonly position: number;
  readonly amountMinor: Minor;
  readonly currency: Currency;
  readonly state: TrancheState;
  readonly status: TrancheStatus;
  readonly whoActsNext: WhoActsNext;
  readonly waitsForMilestone: boolean;
  readonly dueAt: Instant | null;
  /** When the bank was given the payment, if it has it. */
  readonly sentAt: Instant | null;
  readonly paidAt: Instant | null;
};

/**
 * The tranches of an award in order; none until its call's books hold the money.
 * Whoever asks has checked that its reader may see them.
 */
export function tranchesOf(context: Pick<Context, 'db' | 'now'>, awardId: Id): TrancheCard[] {
  const payee = newestPayee(context.db, awardId);
  const host = payee === null ? 'not-needed' : hostStanding(context.db, payee);
  const isConfirmed = payee !== null && isConfirmedPayee(context.db, payee.id);
  const payouts = new Map(findLivePayoutsOfAward(context.db, awardId).map((row) => [row.trancheId, row]));
  return findTranches(context.db, awardId).map((row) => {
    const payout = payouts.get(row.id);
    const standing = trancheStatus({
      state: row.state,
      hasPayee: payee !== null,
      host,
      isConfirmed,
      isOnHold: payee !== null && isOnHold(payee, context.now),
      payoutState: payout?.state ?? null,
    });
    return {
      id: row.id,
      position: row.position,
      amountMinor: row.amountMinor,
      currency: row.currency,
      state: row.state,
      ...standing,
      waitsForMilestone: row.state === 'planned',
      dueAt: row.dueAt,
      sentAt: payout?.sentAt ?? null,
      paidAt: row.paidAt,
    };
  });
}
