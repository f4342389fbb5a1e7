import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { type CodeRefusal, decideSignIn } from '#app/people/rules/sign-in.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { payeeCodeHash } from '../queries/payee-code.server.ts';
import { changePayeeCode, newestPayeeCode } from '../store/payee-codes.server.ts';

/** Uses up the code that went to somebody's mailbox, or counts a wrong try: its caller must commit either way. */
export function spendPayeeCode(
  tx: Tx,
  context: Context,
  about: { readonly payeeVersionId: Id; readonly personId: Id },
  typed: string,
): Outcome<'spent', CodeRefusal> {
  const sent = newestPayeeCode(tx, about.payeeVersionId, about.personId);
  const decision = decideSignIn(sent, payeeCodeHash(context, about, typed), context.now);
  if (sent === null) return refused('no-code');
  if (decision.ok) changePayeeCode(tx, sent.id, { usedAt: context.now });
  else if (decision.reason === 'wrong-code') changePayeeCode(tx, sent.id, { wrongTries: sent.wrongTries + 1 });
  return decision.ok ? done('spent') : decision;
}
