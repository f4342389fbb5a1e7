import { callById } from '#app/grant/call/queries/call-facts.server.ts';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Currency, Minor } from '#app/kernel/money.ts';
import { sumMinor } from '#app/kernel/money.ts';
import { peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { mayKeepBooks } from '../rules/access.ts';
import { findServiceUserNumber } from '../store/bacs-users.server.ts';
import { findBankFilesOfCalls } from '../store/bank-files.server.ts';
import { findFunds } from '../store/ledger.server.ts';
import { findLiveStop } from '../store/payouts.server.ts';
import { type Funds, fundsOf } from './funds.server.ts';
import { type PaymentRow, paymentRows } from './payment-rows.server.ts';

export type CallBooks = {
  readonly call: { readonly id: Id; readonly title: string; readonly timeZone: string; readonly currency: Currency };
  readonly isStopped: boolean;
  readonly funds: Funds | null;
  readonly received: readonly {
    readonly ref: string;
    readonly evidence: string;
    readonly amountMinor: Minor;
    readonly bookedAt: Instant;
    readonly bookedBy: string;
  }[];
  readonly waitingAwards: number;
  readonly rows: readonly PaymentRow[];
  readonly files: readonly {
    readonly id: Id;
    readonly msgId: string;
    readonly madeAt: Instant;
    readonly payoutsCount: number;
    readonly totalMinor: Minor;
    readonly state: 'made' | 'sent' | 'done';
  }[];
  /** Under which its partner submits to Bacs; null for one that does not. */
  readonly serviceUserNumber: string | null;
  /** Approved payments that a bank file would hold. */
  readonly forFile: { readonly count: number; readonly totalMinor: Minor };
};

/** The books of a call, or null when the reader does not keep them. */
export function callBooks(context: Context, callId: Id): CallBooks | null {
  const call = callById(context, callId);
  if (call === null || call.state !== 'published' || !mayKeepBooks(context.actor, call)) return null;
  const { rows, waitingAwards, hiddenFileIds } = paymentRows(context, [callId]);
  const funds = findFunds(context.db, callId);
  const people = peopleById(
    context,
    funds.flatMap((row) => (row.postedBy === null ? [] : [row.postedBy])),
  );
  const approved = rows.filter((row) => row.payout?.state === 'approved' && row.payout.rail === 'bank-file');
  const busyFiles = new Set(
    rows
      .filter((row) => row.payout?.state === 'reserved' || row.payout?.state === 'sending')
      .map((row) => row.payout?.bankFileId),
  );
  return {
    call: { id: call.id, title: call.title, timeZone: call.timeZone, currency: call.currency },
    isStopped: findLiveStop(context.db) !== null,
    funds: fundsOf(context, callId),
    received: funds.map((row) => ({
      ref: row.ref,
      evidence: row.note,
      amountMinor: row.amountMinor,
      bookedAt: row.postedAt,
      bookedBy: people.get(row.postedBy ?? '')?.name ?? '',
    })),
    waitingAwards: waitingAwards.length,
    rows,
    files: findBankFilesOfCalls(context.db, [callId])
      .filter((file) => !hiddenFileIds.has(file.id))
      .map((file) => ({
        id: file.id,
        msgId: file.msgId,
        madeAt: file.madeAt,
        payoutsCount: file.payoutsCount,
        totalMinor: file.totalMinor,
        state: !busyFiles.has(file.id)
          ? ('done' as const)
          : file.sentAt === null
            ? ('made' as const)
            : ('sent' as const),
      }))
      .toReversed(),
    serviceUserNumber: findServiceUserNumber(context.db, call.partnerId),
    forFile: { count: approved.length, totalMinor: sumMinor(approved.map((row) => row.amountMinor)) },
  };
}
