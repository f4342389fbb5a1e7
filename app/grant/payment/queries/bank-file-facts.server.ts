import { callById } from '#app/grant/call/queries/call-facts.server.ts';
import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { mayKeepBooks } from '../rules/access.ts';
import { type BankFileRow, findBankFile } from '../store/bank-files.server.ts';

/** @returns null when there is none, or when the signed-in person does not keep its books */
export function bankFileForFinance(context: Context, fileId: Id): BankFileRow | null {
  const file = findBankFile(context.db, fileId);
  if (file === null) return null;
  const call = callById(context, file.callId);
  invariant(call !== null, 'a bank file has a call');
  return mayKeepBooks(context.actor, call) ? file : null;
}
