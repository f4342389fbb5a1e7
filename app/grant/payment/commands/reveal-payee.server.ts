import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { CodeRefusal } from '#app/people/rules/sign-in.ts';
import type { Context } from '#app/platform/context.server.ts';
import { payoutForFinance, signerOf } from '../queries/payout-facts.server.ts';
import { openPayee } from '../queries/sealed-details.server.ts';
import type { PayeeDetails } from '../rules/payee.ts';
import { decideReveal, type RevealRefusal } from '../rules/revealing.ts';
import { decideMaker, type PersonRefusal } from '../rules/two-people.ts';
import { insertPayeeReveal } from '../store/payee-reveals.server.ts';
import { mailPayeeCode } from './mail-payee-code.server.ts';
import { spendPayeeCode } from './spend-payee-code.server.ts';

/**
 * Sends a finance person the code that she needs to have the details of a payment shown.
 *
 * @returns the code: only her own mailbox may show it
 */
export function sendRevealCode(
  context: Context,
  payoutId: Id,
): Outcome<{ code: string }, PersonRefusal | 'too-many-codes' | 'not-found'> {
  return context.transact((tx) => {
    const facts = payoutForFinance(context, payoutId);
    if (facts === null) return refused('not-found');
    const signer = signerOf(context, facts.award);
    const decision = decideMaker(signer, facts.payee);
    return decision.ok ? mailPayeeCode(tx, context, facts.payee.id, signer.id) : decision;
  });
}

/**
 * Opens the details that a payment goes to, for a finance person who has just typed a code from her mailbox and says
 * why. It is written down in the same transaction, where the group reads it. A wrong try is counted though it is refused.
 */
export function revealPayee(
  context: Context,
  payoutId: Id,
  reason: string,
  typedCode: string,
): Outcome<PayeeDetails, RevealRefusal | CodeRefusal | 'not-found'> {
  const tried = context.transact<Outcome<PayeeDetails, RevealRefusal | CodeRefusal | 'not-found'>, never>((tx) => {
    const facts = payoutForFinance(context, payoutId);
    if (facts === null) return done(refused('not-found'));
    const { payee } = facts;
    const signer = signerOf(context, facts.award);
    const decision = decideReveal(signer, payee, reason);
    if (!decision.ok) return done(decision);
    const spent = spendPayeeCode(tx, context, { payeeVersionId: payee.id, personId: signer.id }, typedCode);
    if (!spent.ok) return done(spent);
    insertPayeeReveal(tx, {
      id: context.newId(),
      payeeVersionId: payee.id,
      personId: signer.id,
      reason: reason.trim(),
      revealedAt: context.now,
    });
    return done(done(openPayee(context, payee.sealed)));
  });
  invariant(tried.ok, 'a counted try is never rolled back');
  return tried.value;
}
