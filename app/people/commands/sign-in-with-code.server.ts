import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { type CodeRefusal, decideSignIn, normaliseCode, normaliseEmail } from '../rules/sign-in.ts';
import {
  countWrongTry,
  findPersonByEmail,
  insertPerson,
  newestCode,
  spendCode,
  writeLanguage,
} from '../store.server.ts';

/**
 * Uses up a code and says who it belongs to, making a person of an address seen for the first time.
 * A wrong try is counted even though it is refused, so the count commits before the refusal is told.
 */
export function signInWithCode(
  context: Context,
  typedEmail: string,
  typedCode: string,
): Outcome<{ personId: Id }, CodeRefusal> {
  const email = normaliseEmail(typedEmail);
  const typedHash = context.secrets.keyedHash(`${email} ${normaliseCode(typedCode)}`, 'sign-in-code');
  const tried = context.transact((tx) => {
    const sent = newestCode(tx, email);
    const decision = decideSignIn(sent, typedHash, context.now);
    if (decision.ok && sent !== null && !spendCode(tx, sent.id, context.now))
      return done(refused<CodeRefusal>('no-code'));
    if (!decision.ok && decision.reason === 'wrong-code' && sent !== null)
      countWrongTry(tx, sent.id, sent.wrongTries + 1);
    return done(decision.ok ? done({ personId: personOf(tx, context, email) }) : decision);
  });
  invariant(tried.ok, 'a counted try is never rolled back');
  return tried.value;
}

function personOf(tx: Tx, context: Context, email: string): Id {
  const known = findPersonByEmail(tx, email);
  if (known !== null) {
    // Until they choose one, letters follow the language in which they sign in.
    if (known.languageChosenAt === null && known.language !== context.language) {
      writeLanguage(tx, known.id, context.language, null);
    }
    return known.id;
  }
  const personId = context.newId();
  insertPerson(tx, { id: personId, name: '', email, language: context.language, createdAt: context.now });
  return personId;
}
