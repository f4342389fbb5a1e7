import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { letterOfToken } from '../queries/host-page.server.ts';
import { decideHostAnswer, type HostAnswer, type HostAnswerRefusal } from '../rules/host-answer.ts';
import { answerHostLetter } from '../store/host-letters.server.ts';

/**
 * Takes the word of a fiscal host from whoever holds its letter; she needs no account and types her name. A yes lets
 * the payee be paid, a no sends the group back to choose another.
 */
export function answerForHost(
  context: Context,
  token: string,
  answer: HostAnswer,
  typedName: string,
): Outcome<HostAnswer, HostAnswerRefusal | 'not-found'> {
  return context.transact((tx) => {
    const found = letterOfToken(context, token);
    if (found === null) return refused('not-found');
    const decision = decideHostAnswer(found.state, typedName);
    if (!decision.ok) return decision;
    const answeredSealed = context.secrets.seal(typedName.trim(), 'host-signature');
    answerHostLetter(tx, found.letter.id, { answer, answeredAt: context.now, answeredSealed });
    promise(tx, context, { kind: 'host-answered', subjectId: found.letter.id });
    return done(answer);
  });
}
