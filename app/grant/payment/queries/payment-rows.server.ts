import { hiddenFromMe } from '#app/grant/application/queries/hidden-from.server.ts';
import { type AwardCard, awardsOfCalls } from '#app/grant/award/queries/award-card.server.ts';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { Currency, Minor } from '#app/kernel/money.ts';
import type { Context } from '#app/platform/context.server.ts';
import { heldUntil, isOnHold } from '../rules/payee-hold.ts';
import { isLive, type PayoutState } from '../rules/payout-state.ts';
import type { Rail } from '../rules/postings.ts';
import { type TrancheStatus, trancheStatus, type WhoActsNext } from '../rules/tranche-status.ts';
import { hostStandings } from '../store/host-letters.server.ts';
import { confirmedPayees } from '../store/payee-codes.server.ts';
import { newestPayees } from '../store/payees.server.ts';
import { findPayoutsOfCalls } from '../store/payouts.server.ts';
import { findTranchesOfCalls } from '../store/tranches.server.ts';

/** One tranche as the finance people see it in a list. */
export type PaymentRow = {
  readonly trancheId: Id;
  readonly callId: Id;
  readonly awardId: Id;
  readonly groupName: string;
  readonly position: number;
  readonly partsCount: number;
  readonly amountMinor: Minor;
  readonly currency: Currency;
  readonly status: TrancheStatus;
  readonly whoActsNext: WhoActsNext;
  readonly heldUntil: Instant | null;
  /** The last two digits; empty when it is paid in another way, null while it is not known. */
  readonly payeeEnding: string | null;
  /** The live payout, if there is one. */
  readonly payout: {
    readonly id: Id;
    readonly state: PayoutState;
    readonly rail: Rail;
    readonly makerId: Id;
    readonly bankFileId: Id | null;
  } | null;
};

/**
 * Every tranche of these calls with its live payout, by group and part: the same few queries however many. A group that
 * has named the signed-in person is not among them. Whoever asks has checked that its reader keeps their books.
 */
export function paymentRows(
  context: Context,
  callIds: readonly Id[],
): {
  rows: PaymentRow[];
  waitingAwards: AwardCard[];
  /** Bank files that somebody else has to see to: they pay a group that has named the signed-in person. */
  hiddenFileIds: ReadonlySet<Id>;
} {
  const accepted = awardsOfCalls(context, callIds).filter((award) => award.state === 'accepted');
  const hidden = hiddenFromMe(
    context,
    accepted.map((award) => award.applicationId),
  );
  const hiddenAwards = new Set(accepted.filter((award) => hidden.has(award.applicationId)).map((award) => award.id));
  const awards = accepted.filter((award) => !hiddenAwards.has(award.id));
  const awardOf = new Map(awards.map((award) => [award.id, award]));
  const planned = findTranchesOfCalls(context.db, callIds);
  const tranches = planned.filter((tranche) => !hiddenAwards.has(tranche.awardId));
  const awardOfTranche = new Map(planned.map((tranche) => [tranche.id, tranche.awardId]));
  const payees = newestPayees(
    context.db,
    awards.map((award) => award.id),
  );
  const hostOf = hostStandings(context.db, [...payees.values()]);
  const confirmed = confirmedPayees(
    context.db,
    [...payees.values()].map((payee) => payee.id),
  );
  const payouts = findPayoutsOfCalls(context.db, callIds);
  const live = new Map(payouts.filter((payout) => isLive(payout.state)).map((payout) => [payout.trancheId, payout]));
  const partsOf = Map.groupBy(tranches, (tranche) => tranche.awardId);
  const rows = tranches.map((tranche): PaymentRow => {
    const award = awardOf.get(tranche.awardId);
    invariant(award !== undefined, 'a tranche has an accepted award');
    const payee = payees.get(tranche.awardId) ?? null;
    const payout = live.get(tranche.id) ?? null;
    const isHeld = payee !== null && isOnHold(payee, context.now);
    return {
      trancheId: tranche.id,
      callId: tranche.callId,
      awardId: tranche.awardId,
      groupName: award.groupName,
      position: tranche.position,
      partsCount: partsOf.get(tranche.awardId)?.length ?? 1,
      amountMinor: tranche.amountMinor,
      currency: tranche.currency,
      ...trancheStatus({
        state: tranche.state,
        hasPayee: payee !== null,
        host: payee === null ? 'not-needed' : hostOf(payee),
        isConfirmed: payee !== null && confirmed.has(payee.id),
        isOnHold: isHeld,
        payoutState: payout?.state ?? null,
      }),
      heldUntil: isHeld ? heldUntil(payee) : null,
      payeeEnding: payee?.ending ?? null,
      payout:
        payout === null
          ? null
          : {
              id: payout.id,
              state: payout.state,
              rail: payout.rail,
              makerId: payout.makerId,
              bankFileId: payout.bankFileId,
            },
    };
  });
  return {
    rows: rows.toSorted((one, other) => one.groupName.localeCompare(other.groupName) || one.position - other.position),
    waitingAwards: awards.filter((award) => !partsOf.has(award.id)),
    hiddenFileIds: new Set(
      payouts
        .filter((payout) => hiddenAwards.has(awardOfTranche.get(payout.trancheId) ?? ''))
        .flatMap((payout) => payout.bankFileId ?? []),
    ),
  };
}
