import type { Minor } from '#app/kernel/money.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { type HostFee, hostKeeps, isFeePossible } from './host-fee.ts';
import { isBeforeReserve, type PayoutState } from './payout-state.ts';

export type PayeeRefusal = 'not-accepted' | 'account-unlikely' | 'money-on-its-way' | 'fee-too-high' | 'fee-not-agreed';

/**
 * Decides whether a recipient may say where the money goes.
 *
 * @param livePayouts      states of the award's live payouts; one that is settled no longer minds
 * @param isAccountLikely  what the check of sort code with account number says; null without an account
 * @param host             the fiscal host's fee and what the group agreed that it keeps; null without a host
 * @param hasLookedAgain   the person has compared an unlikely account with the statement
 */
export function decidePayee(facts: {
  readonly isAccepted: boolean;
  readonly livePayouts: readonly PayoutState[];
  readonly isAccountLikely: boolean | null;
  readonly hasLookedAgain: boolean;
  readonly awardMinor: Minor;
  readonly host: { readonly fee: HostFee; readonly keepsMinor: Minor | null } | null;
}): Outcome<'set', PayeeRefusal> {
  if (!facts.isAccepted) return refused('not-accepted');
  if (facts.livePayouts.some((state) => !isBeforeReserve(state) && state !== 'settled')) {
    return refused('money-on-its-way');
  }
  if (facts.isAccountLikely === false && !facts.hasLookedAgain) return refused('account-unlikely');
  const { host, awardMinor } = facts;
  if (host !== null && !isFeePossible(host.fee, awardMinor)) return refused('fee-too-high');
  if (host !== null && host.keepsMinor !== hostKeeps(host.fee, awardMinor)) return refused('fee-not-agreed');
  return done('set');
}
