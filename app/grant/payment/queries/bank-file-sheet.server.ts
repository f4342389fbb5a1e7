import { awardsById } from '#app/grant/award/queries/award-card.server.ts';
import { callById } from '#app/grant/call/queries/call-facts.server.ts';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { Currency, Minor } from '#app/kernel/money.ts';
import { personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { PayoutState } from '../rules/payout-state.ts';
import type { IsoDate } from '../rules/working-days.ts';
import { findPayoutsInFile } from '../store/payouts.server.ts';
import { findTranchesOfCalls } from '../store/tranches.server.ts';
import { bankFileForFinance } from './bank-file-facts.server.ts';

export type BankFileSheet = {
  readonly id: Id;
  readonly call: { readonly id: Id; readonly title: string; readonly timeZone: string };
  readonly msgId: string;
  readonly executionDate: IsoDate;
  readonly totalMinor: Minor;
  readonly currency: Currency;
  readonly xmlSha256: string;
  /** Whether it was made for Bacs, too. */
  readonly hasBacs: boolean;
  readonly madeAt: Instant;
  readonly madeBy: string;
  readonly sentAt: Instant | null;
  readonly payouts: readonly {
    readonly id: Id;
    readonly groupName: string;
    readonly position: number;
    readonly amountMinor: Minor;
    readonly reference: string;
    readonly state: PayoutState;
  }[];
  /** Still on their way. */
  readonly openCount: number;
};

/** One bank file with its payments, or null when the reader does not keep its books. */
export function bankFileSheet(context: Context, fileId: Id): BankFileSheet | null {
  const file = bankFileForFinance(context, fileId);
  if (file === null) return null;
  const call = callById(context, file.callId);
  invariant(call !== null, 'a bank file has a call');
  const tranches = new Map(findTranchesOfCalls(context.db, [file.callId]).map((row) => [row.id, row]));
  const payouts = findPayoutsInFile(context.db, fileId);
  const awards = awardsById(
    context,
    payouts.flatMap((payout) => tranches.get(payout.trancheId)?.awardId ?? []),
  );
  return {
    id: file.id,
    call: { id: call.id, title: call.title, timeZone: call.timeZone },
    msgId: file.msgId,
    executionDate: file.executionDate,
    totalMinor: file.totalMinor,
    currency: file.currency,
    xmlSha256: file.xmlSha256,
    hasBacs: file.bacsSha256 !== null,
    madeAt: file.madeAt,
    madeBy: personById(context, file.madeBy)?.name ?? '',
    sentAt: file.sentAt,
    payouts: payouts.map((payout) => {
      const tranche = tranches.get(payout.trancheId);
      return {
        id: payout.id,
        groupName: awards.get(tranche?.awardId ?? '')?.groupName ?? '',
        position: tranche?.position ?? 1,
        amountMinor: payout.amountMinor,
        reference: payout.reference,
        state: payout.state,
      };
    }),
    openCount: payouts.filter((payout) => payout.state === 'reserved' || payout.state === 'sending').length,
  };
}
