import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { isBeforeReserve, type PayoutState } from './payout-state.ts';

export type PayeeRefusal = 'not-accepted' | 'account-unlikely' | 'money-on-its-way';

/**
 * Decides whether a recipient may say where the money goes.
 *
 * @param livePayouts      states of the award's live payouts; one that is settled no longer minds
 * @param isAccountLikely  what the check of sort code with account number says; null without an account
 * @param hasLookedAgain   the person has compared an unlikely account with the statement
 */
export function decidePayee(facts: {
  readonly isAccepted: boolean;
  readonly livePayouts: readonly PayoutState[];
  readonly isAccountLikely: boolean | null;
  readonly hasLookedAgain: boolean;
}): Outcome<'set', PayeeRefusal> {
  if (!facts.isAccepted) return refused('not-accepted');
  if (facts.livePayouts.some((state) => !isBeforeReserve(state) && state !== 'settled')) {
    return refused('money-on-its-way');
  }
  if (facts.isAccountLikely === false && !facts.hasLookedAgain) return refused('account-unlikely');
  return done('set');
}
