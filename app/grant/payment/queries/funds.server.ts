import type { Id } from '#app/kernel/id.ts';
import type { Currency, Minor } from '#app/kernel/money.ts';
import type { Context } from '#app/platform/context.server.ts';
import { balancesByKind, findBooks } from '../store/ledger.server.ts';

/** Where a call's money stands. Everything but `receivedMinor` is what is there now. */
export type Funds = {
  readonly currency: Currency;
  /** All that ever came in. */
  readonly receivedMinor: Minor;
  /** Not promised to anybody yet. */
  readonly availableMinor: Minor;
  /** Promised; waits for a check-in. */
  readonly awardedMinor: Minor;
  /** May be paid now. */
  readonly payableMinor: Minor;
  /** On its way. */
  readonly inTransitMinor: Minor;
  /** Arrived. */
  readonly grantedMinor: Minor;
  /** What the bank account should hold for this call. */
  readonly bankMinor: Minor;
};

/** The call's money as its books have it, or null before they are opened. Whoever asks checks its reader. */
export function fundsOf(context: Pick<Context, 'db'>, callId: Id): Funds | null {
  const books = findBooks(context.db, callId);
  if (books === null) return null;
  const sums = balancesByKind(context.db, callId);
  return {
    currency: books.currency,
    receivedMinor: 0 - (sums.fundIn ?? 0),
    availableMinor: sums.available ?? 0,
    awardedMinor: sums.awarded ?? 0,
    payableMinor: sums.payable ?? 0,
    inTransitMinor: sums.inTransit ?? 0,
    grantedMinor: sums.granted ?? 0,
    bankMinor: sums.bank ?? 0,
  };
}
