import { randomBytes } from 'node:crypto';
import { crockford, type Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { areEqualityAnswersOver } from '../queries/equality.server.ts';
import { myRole } from '../queries/team.server.ts';
import { coarseAnswers, EQUALITY_SET_VERSION, type EqualityAnswers } from '../rules/equality-set.ts';
import { maySign } from '../rules/team.ts';
import { insertEqualityResponse, isEqualityDone, markEqualityDone } from '../store/equality.server.ts';
import { findApplication } from '../store.server.ts';
import { equalityCodeHash } from './equality-code-hash.server.ts';

/** 80 random bits: nobody guesses another's. */
const CODE_SYMBOLS = 16;

type Refusal = 'not-found' | 'not-sent' | 'too-late' | 'already-done';

/**
 * Keeps answers to the equality questions without whose they are, and with the application only that it is done with
 * them: whether it answered or skipped cannot be told apart.
 *
 * @returns a code that is kept nowhere: with it, and only with it, these answers can be deleted; null when nothing was answered
 */
export function answerEquality(
  context: Context,
  applicationId: Id,
  given: Readonly<Record<string, string | undefined>>,
): Outcome<{ code: string | null }, Refusal> {
  const answers: EqualityAnswers = coarseAnswers(given);
  return context.transact<{ code: string | null }, Refusal>((tx) => {
    const found = findApplication(tx, applicationId);
    if (found === null || !maySign(myRole(context, found))) return refused('not-found');
    if (found.submittedAt === null) return refused('not-sent');
    const isAnswered = Object.keys(answers).length > 0;
    if (isAnswered && areEqualityAnswersOver(context, found.callId)) return refused('too-late');
    if (isEqualityDone(tx, applicationId) || !markEqualityDone(tx, applicationId)) return refused('already-done');
    if (!isAnswered) return done({ code: null });
    const code = crockford(randomBytes(CODE_SYMBOLS), CODE_SYMBOLS);
    insertEqualityResponse(tx, {
      id: equalityCodeHash(code),
      callId: found.callId,
      setVersion: EQUALITY_SET_VERSION,
      answers,
    });
    return done({ code });
  });
}
