import type { Instant } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { type ApplicationState, move } from './state.ts';

export type WithdrawRefusal = 'already-withdrawn' | 'settled';

/**
 * Decides whether an application may be taken back. Until an award for it is accepted, an offer included, it may;
 * from then on money and a mentor rest on it, and two people have to talk. The first refusal wins.
 */
export function decideWithdraw(application: {
  readonly state: ApplicationState;
  readonly settledAt: Instant | null;
}): Outcome<'withdrawn', WithdrawRefusal> {
  if (!move(application.state, 'withdrawn').ok) return refused('already-withdrawn');
  if (application.settledAt !== null) return refused('settled');
  return done('withdrawn');
}
