import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { entryOfMine } from '../queries/staff-entries.server.ts';
import { decideTakeBackEntry, type TakeBackEntryRefusal } from '../rules/staff-entry.ts';
import { decideWithdraw, type WithdrawRefusal } from '../rules/withdrawing.ts';
import type { Media } from '../store/media.server.ts';
import { insertEntryWithdrawal } from '../store/staff-entry.server.ts';
import { findApplication } from '../store.server.ts';
import { deleteFiles } from './delete-files.server.ts';
import { takeBackApplication } from './take-back-application.server.ts';

type Refusal = TakeBackEntryRefusal | WithdrawRefusal | 'not-found';

/**
 * Takes back what the signed-in member of staff wrote down for somebody, draft or sent. Its owner is told why, where
 * there is an address; who did it stays written.
 *
 * @param reason  the owner reads it
 */
export async function takeBackEntry(
  context: Context,
  applicationId: Id,
  reason: string,
): Promise<Outcome<'taken-back', Refusal>> {
  const taken = takeBack(context, applicationId, reason);
  if (!taken.ok) return taken;
  await deleteFiles(context, taken.value);
  return done('taken-back');
}

/** @returns the recordings that are gone */
function takeBack(context: Context, applicationId: Id, reason: string): Outcome<readonly Media[], Refusal> {
  return context.transact<readonly Media[], Refusal>((tx) => {
    const mine = entryOfMine(context, applicationId);
    const found = findApplication(tx, applicationId);
    if (context.actor === null || mine === null || found === null) return refused('not-found');
    const state = decideWithdraw(found);
    if (!state.ok) return state;
    const decision = decideTakeBackEntry(mine.entry, reason);
    if (!decision.ok) return decision;
    const unseen = takeBackApplication(tx, context, found, reason.trim(), true);
    insertEntryWithdrawal(tx, { applicationId, withdrawnAt: context.now, withdrawnBy: context.actor.personId });
    return done(unseen);
  });
}
