import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { isOnHold } from './payee-hold.ts';
import type { TrancheState } from './tranche-status.ts';
import { decideMaker, type PersonRefusal, type Signer } from './two-people.ts';

export type PrepareRefusal = PersonRefusal | 'not-due' | 'payee-missing' | 'payee-on-hold';

type Payee = { readonly version: number; readonly editedAt: Instant; readonly editedBy: Id };

/** Decides whether a finance person may prepare the payout of a tranche now, and gives the payee it goes to. */
export function decidePrepare<P extends Payee>(
  person: Signer,
  tranche: { readonly state: TrancheState; readonly payee: P | null },
  now: Instant,
): Outcome<P, PrepareRefusal> {
  const { payee } = tranche;
  if (tranche.state !== 'due') return refused('not-due');
  if (payee === null) return refused('payee-missing');
  if (isOnHold(payee, now)) return refused('payee-on-hold');
  const maker = decideMaker(person, { editedBy: payee.editedBy });
  return maker.ok ? done(payee) : maker;
}
