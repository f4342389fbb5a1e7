import { hiddenFromMe } from '#app/grant/application/queries/hidden-from.server.ts';
import { awardsOfCall } from '#app/grant/award/queries/award-card.server.ts';
import { callById } from '#app/grant/call/queries/call-facts.server.ts';
import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { mayKeepBooks } from '../rules/access.ts';
import { type BankFileRow, findBankFile } from '../store/bank-files.server.ts';
import { findPayoutsInFile } from '../store/payouts.server.ts';
import { findTranchesOfCalls } from '../store/tranches.server.ts';

/** @returns null when there is none, or when the signed-in person does not keep its books or a group in it named her */
export function bankFileForFinance(context: Context, fileId: Id): BankFileRow | null {
  const file = findBankFile(context.db, fileId);
  if (file === null) return null;
  const call = callById(context, file.callId);
  invariant(call !== null, 'a bank file has a call');
  if (!mayKeepBooks(context.actor, call) || isHiddenInside(context, file)) return null;
  return file;
}

/** Whether a bank file pays a group that has named the signed-in person: then a colleague sees to it. */
function isHiddenInside(context: Context, file: BankFileRow): boolean {
  const applicationOf = new Map(awardsOfCall(context, file.callId).map((award) => [award.id, award.applicationId]));
  const hidden = hiddenFromMe(context, [...applicationOf.values()]);
  if (hidden.size === 0) return false;
  const awardOf = new Map(findTranchesOfCalls(context.db, [file.callId]).map((row) => [row.id, row.awardId]));
  return findPayoutsInFile(context.db, file.id).some((payout) =>
    hidden.has(applicationOf.get(awardOf.get(payout.trancheId) ?? '') ?? ''),
  );
}
