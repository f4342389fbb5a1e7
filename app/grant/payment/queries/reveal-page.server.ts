import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { maskAccount } from '../rules/bank-account.ts';
import { decideMaker } from '../rules/two-people.ts';
import { demonstrationPayeeCode } from './payee-code.server.ts';
import { payoutForFinance, signerOf } from './payout-facts.server.ts';

/** What a finance person reads before she has details shown; null for whoever does not keep the books of the payment. */
export function revealPage(context: Context, payoutId: Id) {
  const facts = payoutForFinance(context, payoutId);
  if (facts === null) return null;
  const { payee, award } = facts;
  const signer = signerOf(context, award);
  const decision = decideMaker(signer, payee);
  return {
    payoutId,
    groupName: award.groupName,
    version: payee.version,
    masked: payee.kind === 'bank' ? maskAccount(payee.ending) : null,
    refusal: decision.ok ? null : decision.reason,
    demoCode: demonstrationPayeeCode(context, payee.id, signer.id),
  };
}
