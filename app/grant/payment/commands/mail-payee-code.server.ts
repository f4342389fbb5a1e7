import { randomInt } from 'node:crypto';
import type { Id } from '#app/kernel/id.ts';
import { HOUR } from '#app/kernel/instant.ts';
import { done, type Outcome } from '#app/kernel/outcome.ts';
import { CODE_GOOD_FOR, decideSendCode } from '#app/people/rules/sign-in.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { payeeCodeHash } from '../queries/payee-code.server.ts';
import { insertPayeeCode, payeeCodesSentSince } from '../store/payee-codes.server.ts';

/**
 * Promises a six-digit code about a payee version to somebody's own mailbox; it takes the place of those before it.
 * Runs in its caller's transaction.
 */
export function mailPayeeCode(
  tx: Tx,
  context: Context,
  payeeVersionId: Id,
  personId: Id,
): Outcome<{ code: string }, 'too-many-codes'> {
  const decision = decideSendCode(payeeCodesSentSince(tx, personId, context.now - HOUR), context.now);
  if (!decision.ok) return decision;
  const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
  const codeId = context.newId();
  insertPayeeCode(tx, {
    id: codeId,
    payeeVersionId,
    personId,
    codeHash: payeeCodeHash(context, { payeeVersionId, personId }, code),
    sentAt: context.now,
    expiresAt: context.now + CODE_GOOD_FOR,
  });
  promise(tx, context, {
    kind: 'payee-code-wanted',
    subjectId: codeId,
    detail: { personId, sealedCode: context.secrets.seal(code, 'payee-code') },
  });
  return done({ code });
}
