import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { HostStanding } from './host-answer.ts';
import { isOnHold } from './payee-hold.ts';
import type { TrancheState } from './tranche-status.ts';
import { decideMaker, type PersonRefusal, type Signer } from './two-people.ts';

export type PrepareRefusal =
  | PersonRefusal
  | 'not-due'
  | 'payee-missing'
  | 'payee-unconfirmed'
  | 'payee-on-hold'
  | 'host-asked'
  | 'host-declined';

type Payee = { readonly version: number; readonly editedAt: Instant; readonly editedBy: Id };

/** Decides whether a finance person may prepare the payout of a tranche now, and gives the payee it goes to. */
export function decidePrepare<P extends Payee>(
  person: Signer,
  tranche: {
    readonly state: TrancheState;
    readonly payee: P | null;
    readonly host: HostStanding;
    readonly isConfirmed: boolean;
  },
  now: Instant,
): Outcome<P, PrepareRefusal> {
  const { payee } = tranche;
  if (tranche.state !== 'due') return refused('not-due');
  if (payee === null) return refused('payee-missing');
  if (!tranche.isConfirmed) return refused('payee-unconfirmed');
  if (isOnHold(payee, now)) return refused('payee-on-hold');
  if (tranche.host === 'asked') return refused('host-asked');
  if (tranche.host === 'declined') return refused('host-declined');
  const maker = decideMaker(person, { editedBy: payee.editedBy });
  return maker.ok ? done(payee) : maker;
}
