import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { decideMaker, type PersonRefusal, type Signer } from './two-people.ts';

export type RevealRefusal = PersonRefusal | 'no-reason';

/**
 * Decides whether a finance person may have a payee's whole details shown: only somebody who may handle the payment, and
 * with a reason that the group will read. That she has just proved who she is, is the command's to check.
 */
export function decideReveal(
  person: Signer,
  payee: { readonly editedBy: Id },
  reason: string,
): Outcome<'show', RevealRefusal> {
  const handling = decideMaker(person, payee);
  if (!handling.ok) return handling;
  return reason.trim() === '' ? refused('no-reason') : done('show');
}
