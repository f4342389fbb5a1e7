import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { isMinor, type Minor, sumMinor } from '#app/kernel/money.ts';

/**
 * Where money stands. It flows fundIn → available → awarded → payable → inTransit → granted.
 * `bank` mirrors what lies in the bank account; `held` is its other side, so that every transaction adds up to 0.
 */
export type AccountKind =
  | 'fundIn'
  | 'available'
  | 'awarded'
  | 'payable'
  | 'inTransit'
  | 'granted'
  | 'bank'
  | 'held'
  | 'returned';

export type Rail = 'bank-file' | 'by-hand';

export type PostingKind =
  | 'funds-received'
  | 'award-planned'
  | 'tranche-due'
  | 'payout-reserved'
  | 'payout-settled'
  | 'payout-undone'
  | 'payout-returned';

export type Line = { readonly kind: AccountKind; readonly subjectId: string; readonly amountMinor: Minor };

/** One ledger transaction before it is written: never twice for the same kind and `ref`. */
export type Posting = {
  readonly kind: PostingKind;
  readonly ref: string;
  readonly note: string;
  readonly lines: readonly Line[];
};

/** Where money comes from may go below nothing; everything else is money that must be there. */
export function accountFloor(kind: AccountKind): Minor | null {
  return kind === 'fundIn' || kind === 'held' || kind === 'returned' ? null : 0;
}

/** The funder's money has arrived and may be awarded. `ref` names the line of the bank statement. */
export function fundsReceived(at: { callId: Id; ref: string; amountMinor: Minor; note: string }): Posting {
  return posting('funds-received', at.ref, at.note, [
    ...move(at.amountMinor, ['fundIn', at.callId], ['available', at.callId]),
    ...move(at.amountMinor, ['held', at.callId], ['bank', at.callId]),
  ]);
}

/** An accepted award is set aside: it cannot be promised to anybody else. */
export function awardPlanned(at: { callId: Id; awardId: Id; amountMinor: Minor }): Posting {
  return posting(
    'award-planned',
    at.awardId,
    '',
    move(at.amountMinor, ['available', at.callId], ['awarded', at.awardId]),
  );
}

/** A tranche may be paid now. */
export function trancheDue(at: { awardId: Id; trancheId: Id; amountMinor: Minor }): Posting {
  return posting(
    'tranche-due',
    at.trancheId,
    '',
    move(at.amountMinor, ['awarded', at.awardId], ['payable', at.trancheId]),
  );
}

export type PayoutMoney = {
  readonly callId: Id;
  readonly awardId: Id;
  readonly trancheId: Id;
  readonly payoutId: Id;
  readonly rail: Rail;
  readonly amountMinor: Minor;
};

/** The money is spoken for: from here on no second payout can take it. */
export function payoutReserved(at: PayoutMoney): Posting {
  return posting(
    'payout-reserved',
    at.payoutId,
    '',
    move(at.amountMinor, ['payable', at.trancheId], ['inTransit', at.rail]),
  );
}

/** The money has arrived, and has left the bank account. */
export function payoutSettled(at: PayoutMoney & { evidence: string }): Posting {
  return posting('payout-settled', at.payoutId, at.evidence, [
    ...move(at.amountMinor, ['inTransit', at.rail], ['granted', at.awardId]),
    ...move(at.amountMinor, ['bank', at.callId], ['held', at.callId]),
  ]);
}

/** The money never left: it can be paid again. */
export function payoutUndone(at: PayoutMoney & { reason: string }): Posting {
  return posting(
    'payout-undone',
    at.payoutId,
    at.reason,
    move(at.amountMinor, ['inTransit', at.rail], ['payable', at.trancheId]),
  );
}

/** The money left, and the recipient's bank sent it back: it can be paid again. */
export function payoutReturned(at: PayoutMoney & { reason: string }): Posting {
  return posting('payout-returned', at.payoutId, at.reason, [
    ...move(at.amountMinor, ['granted', at.awardId], ['payable', at.trancheId]),
    ...move(at.amountMinor, ['returned', at.callId], ['bank', at.callId]),
  ]);
}

type Place = readonly [kind: AccountKind, subjectId: string];

function move(amountMinor: Minor, from: Place, to: Place): Line[] {
  return [
    { kind: from[0], subjectId: from[1], amountMinor: -amountMinor },
    { kind: to[0], subjectId: to[1], amountMinor },
  ];
}

function posting(kind: PostingKind, ref: string, note: string, lines: readonly Line[]): Posting {
  invariant(
    lines.every((line) => isMinor(line.amountMinor) && line.amountMinor !== 0),
    'only whole amounts within range are moved',
  );
  invariant(sumMinor(lines.map((line) => line.amountMinor)) === 0, 'a posting adds up to nothing');
  return { kind, ref, note, lines };
}
