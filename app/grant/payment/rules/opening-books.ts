import { isMinor, type Minor } from '#app/kernel/money.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';

export type FundsRefusal = 'not-an-amount' | 'no-evidence' | 'already-booked';

/** Money is booked once for each line of the bank statement, and never without one. */
export function decideFunds(
  funds: { readonly amountMinor: Minor; readonly statementRef: string; readonly evidence: string },
  isBooked: boolean,
): Outcome<'book', FundsRefusal> {
  if (!isMinor(funds.amountMinor) || funds.amountMinor <= 0) return refused('not-an-amount');
  if (funds.statementRef.trim() === '' || funds.evidence.trim() === '') return refused('no-evidence');
  if (isBooked) return refused('already-booked');
  return done('book');
}
