import { callById } from '#app/grant/call/queries/call-facts.server.ts';
import type { Id } from '#app/kernel/id.ts';
import type { Minor } from '#app/kernel/money.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { mayKeepBooks } from '../rules/access.ts';
import { decideFunds, type FundsRefusal } from '../rules/opening-books.ts';
import { fundsReceived } from '../rules/postings.ts';
import { findBooks, findPosting, post } from '../store/ledger.server.ts';
import { planWaitingAwards } from './plan-waiting-awards.server.ts';

export type FundsIn = {
  readonly amountMinor: Minor;
  /** The line of the bank statement: the same one is booked once. */
  readonly statementRef: string;
  /** What shows that the money is there, in words. */
  readonly evidence: string;
};

/** Books money that has arrived, and plans the awards that waited for it. */
export function recordFunds(
  context: Context,
  callId: Id,
  funds: FundsIn,
): Outcome<'booked', FundsRefusal | 'not-found' | 'books-not-open'> {
  return context.transact((tx) => {
    const call = callById(context, callId);
    if (call === null || !mayKeepBooks(context.actor, call)) return refused('not-found');
    const books = findBooks(tx, callId);
    if (books === null) return refused('books-not-open');
    const ref = funds.statementRef.trim();
    const decision = decideFunds(funds, findPosting(tx, callId, 'funds-received', ref) !== null);
    if (!decision.ok) return decision;
    post(
      tx,
      context,
      books,
      fundsReceived({ callId, ref, amountMinor: funds.amountMinor, note: funds.evidence.trim() }),
    );
    planWaitingAwards(context, callId);
    return done('booked');
  });
}
