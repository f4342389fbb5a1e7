import { sha256Hex } from '#app/kernel/digest.ts';
import type { Id } from '#app/kernel/id.ts';
import type { Currency, Minor } from '#app/kernel/money.ts';
import type { Rail } from './postings.ts';

export type ApprovedFacts = {
  readonly payoutId: Id;
  readonly trancheId: Id;
  readonly attempt: number;
  readonly rail: Rail;
  readonly amountMinor: Minor;
  readonly currency: Currency;
  readonly reference: string;
  readonly endToEndId: string;
  readonly payeeVersionId: Id;
  /** As stored: sealing is randomised, so even the same details sealed again are another payee. */
  readonly payeeSealed: string;
};

/** What the second person signs: everything that decides who gets how much. Any change makes another hash. */
export function approvalHash(facts: ApprovedFacts): string {
  return sha256Hex(
    JSON.stringify([
      'payout-approval-v1',
      facts.payoutId,
      facts.trancheId,
      facts.attempt,
      facts.rail,
      facts.amountMinor,
      facts.currency,
      facts.reference,
      facts.endToEndId,
      facts.payeeVersionId,
      facts.payeeSealed,
    ]),
  );
}
