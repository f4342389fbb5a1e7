import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { myRole } from '../queries/team.server.ts';
import { maySign } from '../rules/team.ts';
import { decideWithdraw, type WithdrawRefusal } from '../rules/withdrawing.ts';
import type { Media } from '../store/media.server.ts';
import { findApplication } from '../store.server.ts';
import { deleteFiles } from './delete-files.server.ts';
import { takeBackApplication } from './take-back-application.server.ts';

type Refusal = WithdrawRefusal | 'not-found';

/**
 * Takes an application back, whether it was submitted or not. It cannot be brought back; a new one can be started
 * while the call is open. The recordings of one that nobody was ever sent are deleted at once; those of one that was
 * submitted are part of what a panel may have judged, and stay as long as that is kept.
 *
 * @param reason  in the applicant's words; nobody has to give one
 */
export async function withdrawApplication(
  context: Context,
  applicationId: Id,
  reason = '',
): Promise<Outcome<'withdrawn', Refusal>> {
  const withdrawn = withdraw(context, applicationId, reason.trim());
  if (!withdrawn.ok) return withdrawn;
  await deleteFiles(context, withdrawn.value);
  return done('withdrawn');
}

/** @returns the recordings that are gone */
function withdraw(context: Context, applicationId: Id, reason: string): Outcome<readonly Media[], Refusal> {
  return context.transact<readonly Media[], Refusal>((tx) => {
    const found = findApplication(tx, applicationId);
    if (found === null || !maySign(myRole(context, found))) return refused('not-found');
    const decision = decideWithdraw(found);
    if (!decision.ok) return decision;
    return done(takeBackApplication(tx, context, found, reason));
  });
}
