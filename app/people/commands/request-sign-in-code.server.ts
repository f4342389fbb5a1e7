import { randomInt } from 'node:crypto';
import { HOUR } from '#app/kernel/instant.ts';
import { done, type Outcome } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { CODE_GOOD_FOR, decideSendCode, normaliseEmail } from '../rules/sign-in.ts';
import { codesSentSince, insertCode } from '../store.server.ts';

/**
 * Promises a fresh six-digit code to an address, known or not: the answer never tells which.
 *
 * @returns the address as it will be compared
 */
export function requestSignInCode(
  context: Context,
  typedEmail: string,
): Outcome<{ email: string; code: string }, 'too-many-codes'> {
  const email = normaliseEmail(typedEmail);
  return context.transact((tx) => {
    const decision = decideSendCode(codesSentSince(tx, email, context.now - HOUR), context.now);
    if (!decision.ok) return decision;
    const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
    const codeId = context.newId();
    insertCode(tx, {
      id: codeId,
      email,
      codeHash: context.secrets.keyedHash(`${email} ${code}`, 'sign-in-code'),
      sentAt: context.now,
      expiresAt: context.now + CODE_GOOD_FOR,
    });
    promise(tx, context, {
      kind: 'sign-in-code-requested',
      subjectId: codeId,
      detail: { email, sealedCode: context.secrets.seal(code, 'sign-in-code'), language: context.language },
    });
    return done({ email, code });
  });
}
