import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { CODE_GOOD_FOR, type CodeRefusal, decideSignIn, normaliseCode } from '../rules/sign-in.ts';
import { changePhone, findPhone } from '../store.server.ts';

/**
 * Takes the code that was sent to a telephone: from then on it gets urgent messages.
 * A wrong try is counted even though it is refused, so the count commits before the refusal is told.
 */
export function confirmPhone(context: Context, typedCode: string): Outcome<'confirmed', CodeRefusal | 'not-signed-in'> {
  const { actor, now } = context;
  if (actor === null) return refused('not-signed-in');
  const { personId } = actor;
  const tried = context.transact((tx) => {
    const phone = findPhone(tx, personId);
    if (phone === null) return done(refused<CodeRefusal>('no-code'));
    if (phone.confirmedAt !== null) return done(done('confirmed' as const));
    const typedHash = context.secrets.keyedHash(
      `${personId} ${phone.number} ${normaliseCode(typedCode)}`,
      'phone-code',
    );
    const sent = { ...phone, expiresAt: phone.sentAt + CODE_GOOD_FOR, usedAt: null };
    const decision = decideSignIn(sent, typedHash, now);
    if (decision.ok) changePhone(tx, personId, { confirmedAt: now });
    else if (decision.reason === 'wrong-code') changePhone(tx, personId, { wrongTries: phone.wrongTries + 1 });
    return done(decision.ok ? done('confirmed' as const) : decision);
  });
  invariant(tried.ok, 'a counted try is never rolled back');
  return tried.value;
}
