import {
  type DecisionToConfirm,
  decisionsToConfirm,
} from '#app/grant/assessment/queries/decisions-to-confirm.server.ts';
import { lotsToRead } from '#app/grant/assessment/queries/lots-to-read.server.ts';
import { callsOfPartners } from '#app/grant/call/queries/call-facts.server.ts';
import { throwsToRead } from '#app/grant/pitch-day/queries/tie-throw.server.ts';
import type { Id } from '#app/kernel/id.ts';
import { partnerById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { mayKeepBooks } from '../rules/access.ts';
import { financeWork, type WorkItem } from '../rules/finance-work.ts';
import type { StopReason } from '../rules/stops.ts';
import { findBankFilesOfCalls } from '../store/bank-files.server.ts';
import { findBooksOfCalls } from '../store/ledger.server.ts';
import { findLiveStop } from '../store/payouts.server.ts';
import { paymentRows } from './payment-rows.server.ts';

export type FinanceDesk = {
  /** Why no payment is approved; null where they are. */
  readonly stop: StopReason | null;
  /** Whose books the reader keeps, and so whose bank statements she brings. */
  readonly partners: readonly { readonly id: Id; readonly name: string }[];
  readonly calls: readonly {
    readonly id: Id;
    readonly title: string;
    readonly timeZone: string;
    readonly hasBooks: boolean;
  }[];
  /** Locked by somebody else, and the reader can be the second pair of eyes. */
  readonly toConfirm: readonly DecisionToConfirm[];
  /** Calls where somebody has read what fell at the pitch day, and the reader has not. */
  readonly throws: readonly Id[];
  /** Calls with lots to draw, where the reader has still to type what the dice show. */
  readonly lots: readonly Id[];
  readonly work: readonly WorkItem[];
  readonly msgIds: Readonly<Record<Id, string>>;
};

/** Everything that waits in the books of the reader's calls; null for somebody who keeps none. */
export function financeDesk(context: Context): FinanceDesk | null {
  const { actor } = context;
  const partnerIds = (actor?.duties ?? []).map((held) => held.partnerId);
  const mine = partnerIds.filter((partnerId) => mayKeepBooks(actor, { partnerId }));
  if (actor === null || mine.length === 0) return null;
  const calls = callsOfPartners(context, [...new Set(mine)]).filter((call) => call.state === 'published');
  const callIds = calls.map((call) => call.id);
  const open = new Set(findBooksOfCalls(context.db, callIds).map((row) => row.callId));
  const { rows, waitingAwards, hiddenFileIds } = paymentRows(context, callIds);
  const files = findBankFilesOfCalls(context.db, callIds).filter((file) => !hiddenFileIds.has(file.id));
  const isOpen = (payout: (typeof rows)[number]['payout']) =>
    payout !== null && (payout.state === 'reserved' || payout.state === 'sending');
  const openInFile = Map.groupBy(
    rows.filter((row) => isOpen(row.payout)),
    (row) => row.payout?.bankFileId ?? null,
  );
  const work = calls.flatMap((call) =>
    financeWork(
      {
        callId: call.id,
        hasBooks: open.has(call.id),
        waitingAwards: waitingAwards.filter((award) => award.callId === call.id).length,
        rows: rows.filter((row) => row.callId === call.id),
        files: files
          .filter((file) => file.callId === call.id)
          .map((file) => ({
            id: file.id,
            isSent: file.sentAt !== null,
            openPayouts: openInFile.get(file.id)?.length ?? 0,
          })),
      },
      actor.personId,
    ),
  );
  return {
    stop: findLiveStop(context.db)?.reason ?? null,
    partners: [...new Set(mine)].flatMap((partnerId) => {
      const partner = partnerById(context, partnerId);
      return partner === null ? [] : [{ id: partner.id, name: partner.name }];
    }),
    calls: calls.map(({ id, title, timeZone }) => ({ id, title, timeZone, hasBooks: open.has(id) })),
    toConfirm: decisionsToConfirm(context, callIds),
    throws: throwsToRead(context, callIds),
    lots: lotsToRead(context, callIds),
    work,
    msgIds: Object.fromEntries(files.map((file) => [file.id, file.msgId])),
  };
}
