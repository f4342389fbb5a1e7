import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { movePayout, type PayoutState } from './payout-state.ts';
import { type CheckerRefusal, decideChecker, type Signer } from './two-people.ts';

export type ApproveRefusal = CheckerRefusal | 'wrong-state' | 'payouts-stopped' | 'changed-since';

/**
 * Decides whether a finance person may approve a payout.
 *
 * @param seenHash  of the payout as it was on her screen
 */
export function decideApprove(
  person: Signer,
  payout: {
    readonly state: PayoutState;
    readonly makerId: Id;
    readonly editedBy: Id;
    readonly hash: string;
    readonly isPayeeNewest: boolean;
  },
  seenHash: string,
  isStopped: boolean,
): Outcome<'approved', ApproveRefusal> {
  const move = movePayout(payout.state, 'approved');
  if (!move.ok) return move;
  const checker = decideChecker(person, payout);
  if (!checker.ok) return checker;
  if (isStopped) return refused('payouts-stopped');
  if (payout.hash !== seenHash || !payout.isPayeeNewest) return refused('changed-since');
  return done('approved');
}
