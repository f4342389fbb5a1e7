import type { HostStanding } from './host-answer.ts';
import type { PayoutState } from './payout-state.ts';

/** `planned` waits for a check-in to be signed off; `due` waits for bank details or for the finance people. */
export type TrancheState = 'planned' | 'due' | 'in-payment' | 'paid';

export type WhoActsNext = 'recipient' | 'host' | 'mentor' | 'finance' | 'bank' | 'nobody';

/** One word more than the state, so that "where is my money" always has an answer. */
export type TrancheStatus =
  | 'waits-for-check-in'
  | 'needs-details'
  | 'needs-code'
  | 'host-declined'
  | 'host-asked'
  | 'details-on-hold'
  | 'ready-to-pay'
  | 'being-checked'
  | 'with-the-bank'
  | 'paid';

export type TrancheFacts = {
  readonly state: TrancheState;
  readonly hasPayee: boolean;
  /** The recipient has confirmed the payee with a code from her mailbox. */
  readonly isConfirmed: boolean;
  /** What the fiscal host has said, where the money goes to one. */
  readonly host: HostStanding;
  /** Changed details are held for a while: nothing is prepared before it is over. */
  readonly isOnHold: boolean;
  /** Of the live payout, if there is one. */
  readonly payoutState: PayoutState | null;
};

/** Says where a tranche stands and who acts next: the two things a recipient asks about. */
export function trancheStatus(facts: TrancheFacts): { status: TrancheStatus; whoActsNext: WhoActsNext } {
  if (facts.state === 'paid') return { status: 'paid', whoActsNext: 'nobody' };
  if (facts.state === 'planned') return { status: 'waits-for-check-in', whoActsNext: 'mentor' };
  if (facts.state === 'in-payment') {
    return isWithTheBank(facts.payoutState)
      ? { status: 'with-the-bank', whoActsNext: 'bank' }
      : { status: 'being-checked', whoActsNext: 'finance' };
  }
  if (!facts.hasPayee) return { status: 'needs-details', whoActsNext: 'recipient' };
  if (!facts.isConfirmed) return { status: 'needs-code', whoActsNext: 'recipient' };
  if (facts.host === 'declined') return { status: 'host-declined', whoActsNext: 'recipient' };
  if (facts.host === 'asked') return { status: 'host-asked', whoActsNext: 'host' };
  if (facts.isOnHold) return { status: 'details-on-hold', whoActsNext: 'finance' };
  return { status: 'ready-to-pay', whoActsNext: 'finance' };
}

function isWithTheBank(state: PayoutState | null): boolean {
  return state === 'sending';
}
