import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { findTranches } from '../store/tranches.server.ts';
import { makeDue } from './make-due.server.ts';

/**
 * Makes the next planned tranche of an award payable: what the sign-off of a check-in leads to.
 * Who may sign off is decided by the stage that calls this inside its own transaction.
 */
export function releaseNextTranche(
  context: Context,
  awardId: Id,
): Outcome<{ trancheId: Id }, 'not-planned' | 'nothing-to-release'> {
  return context.transact((tx) => {
    const tranches = findTranches(tx, awardId);
    if (tranches.length === 0) return refused('not-planned');
    const next = tranches.find((tranche) => tranche.state === 'planned');
    if (next === undefined) return refused('nothing-to-release');
    makeDue(tx, context, next);
    return done({ trancheId: next.id });
  });
}
