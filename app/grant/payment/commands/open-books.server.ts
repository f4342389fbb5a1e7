import { callById } from '#app/grant/call/queries/call-facts.server.ts';
import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { couldBeUkAccount } from '#app/platform/uk-account-check.server.ts';
import { sealPayer } from '../queries/sealed-details.server.ts';
import { mayKeepBooks } from '../rules/access.ts';
import { accountEnding, type BankAccount } from '../rules/bank-account.ts';
import type { FundsRefusal } from '../rules/opening-books.ts';
import { findBooks, insertBooks } from '../store/ledger.server.ts';
import { type FundsIn, recordFunds } from './record-funds.server.ts';

export type OpenRefusal = FundsRefusal | 'not-found' | 'not-published' | 'already-open' | 'account-unlikely';

/**
 * Opens a call's books: says which account its money lies in, and books the first money that came.
 *
 * @param payer            the partner's own account, for the head of bank files
 * @param hasLookedAgain   the person has compared an account that fails the check with the statement
 */
export function openBooks(
  context: Context,
  callId: Id,
  opening: FundsIn & { readonly payer: BankAccount; readonly hasLookedAgain: boolean },
): Outcome<'opened', OpenRefusal> {
  const { actor } = context;
  return context.transact((tx) => {
    const call = callById(context, callId);
    if (call === null || actor === null || !mayKeepBooks(actor, call)) return refused('not-found');
    if (call.state !== 'published') return refused('not-published');
    if (findBooks(tx, callId) !== null) return refused('already-open');
    const { payer } = opening;
    if (!couldBeUkAccount(payer.sortCode, payer.accountNumber) && !opening.hasLookedAgain)
      return refused('account-unlikely');
    insertBooks(tx, {
      callId,
      currency: call.currency,
      payerSealed: sealPayer(context, payer),
      payerEnding: accountEnding(payer.accountNumber),
      openedAt: context.now,
      openedBy: actor.personId,
    });
    const booked = recordFunds(context, callId, opening);
    if (booked.ok) return done('opened');
    return booked.reason === 'books-not-open' ? refused('not-found') : refused(booked.reason);
  });
}
