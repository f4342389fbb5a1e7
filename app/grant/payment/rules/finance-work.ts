import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Currency, Minor } from '#app/kernel/money.ts';
import type { PayoutState } from './payout-state.ts';
import type { Rail } from './postings.ts';
import type { TrancheStatus } from './tranche-status.ts';

type Row = {
  readonly trancheId: Id;
  readonly callId: Id;
  readonly groupName: string;
  readonly amountMinor: Minor;
  readonly currency: Currency;
  readonly status: TrancheStatus;
  readonly heldUntil: Instant | null;
  readonly payout: { readonly id: Id; readonly state: PayoutState; readonly rail: Rail; readonly makerId: Id } | null;
};

export type CallWork = {
  readonly callId: Id;
  readonly hasBooks: boolean;
  readonly waitingAwards: number;
  readonly rows: readonly Row[];
  readonly files: readonly { readonly id: Id; readonly isSent: boolean; readonly openPayouts: number }[];
};

/** Something to do, by whom: `yours` can be done by the reader now, the others wait for who is named. */
export type WorkItem = { readonly who: 'yours' | 'others' | 'group' | 'bank' | 'waiting' } & (
  | {
      readonly kind: 'openBooks' | 'fundsMissing' | 'prepare' | 'makeFile';
      readonly callId: Id;
      readonly count: number;
    }
  | {
      readonly kind: 'submit' | 'approve' | 'approveOthers' | 'payByHand';
      readonly payoutId: Id;
      readonly groupName: string;
      readonly amountMinor: Minor;
      readonly currency: Currency;
    }
  | {
      readonly kind: 'details' | 'codeMissing' | 'hostAsked';
      readonly callId: Id;
      readonly trancheId: Id;
      readonly groupName: string;
    }
  | {
      readonly kind: 'onHold';
      readonly callId: Id;
      readonly trancheId: Id;
      readonly groupName: string;
      readonly until: Instant;
    }
  | { readonly kind: 'sendFile' | 'settleFile'; readonly fileId: Id }
);

/** Sorts out who has to do what next in the books of one call, in the order that money moves. */
export function financeWork(call: CallWork, reader: Id): WorkItem[] {
  return [...bookWork(call), ...call.rows.flatMap((row) => rowWork(row, reader)), ...fileWork(call)];
}

function bookWork(call: CallWork): WorkItem[] {
  const ready = call.rows.filter((row) => row.status === 'ready-to-pay').length;
  const approved = call.rows.filter(
    (row) => row.payout?.state === 'approved' && row.payout.rail === 'bank-file',
  ).length;
  const items: WorkItem[] = [];
  const add = (kind: 'openBooks' | 'fundsMissing' | 'prepare' | 'makeFile', count: number) => {
    if (count > 0) items.push({ kind, who: 'yours', callId: call.callId, count });
  };
  if (call.hasBooks) add('fundsMissing', call.waitingAwards);
  else add('openBooks', 1);
  add('prepare', ready);
  add('makeFile', approved);
  return items;
}

function rowWork(row: Row, reader: Id): WorkItem[] {
  const { payout, groupName, amountMinor, currency, callId, trancheId } = row;
  if (row.status === 'needs-code') return [{ kind: 'codeMissing', who: 'group', callId, trancheId, groupName }];
  if (row.status === 'host-asked') return [{ kind: 'hostAsked', who: 'group', callId, trancheId, groupName }];
  if (row.status === 'needs-details' || row.status === 'host-declined')
    return [{ kind: 'details', who: 'group', callId, trancheId, groupName }];
  if (row.status === 'details-on-hold' && row.heldUntil !== null) {
    return [{ kind: 'onHold', who: 'waiting', callId, trancheId, groupName, until: row.heldUntil }];
  }
  if (payout === null) return [];
  const about = { payoutId: payout.id, groupName, amountMinor, currency };
  const isMine = payout.makerId === reader;
  if (payout.state === 'draft') return [{ kind: 'submit', who: isMine ? 'yours' : 'others', ...about }];
  if (payout.state === 'submitted') {
    return [isMine ? { kind: 'approveOthers', who: 'others', ...about } : { kind: 'approve', who: 'yours', ...about }];
  }
  if (payout.state === 'approved' && payout.rail === 'by-hand') return [{ kind: 'payByHand', who: 'yours', ...about }];
  return [];
}

function fileWork(call: CallWork): WorkItem[] {
  return call.files.flatMap((file): WorkItem[] => {
    if (file.openPayouts === 0) return [];
    return [{ kind: file.isSent ? 'settleFile' : 'sendFile', who: 'yours', fileId: file.id }];
  });
}
