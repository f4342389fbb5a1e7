import { type Id, isId } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { helpSeeker } from '../queries/help-seeker.server.ts';
import { type AskRefusal, decideAsk, questionsEndAt } from '../rules/asking.ts';
import { isTest } from '../rules/reference.ts';
import { findHelpQuestion, findQuestionsOf, insertQuestion } from '../store/help.server.ts';

/**
 * Asks staff a question from inside an application.
 *
 * @param asked  the id was made with the form, so that the same form sent twice asks once;
 *               the question of the call it is about, null for the application as a whole
 */
export function askQuestion(
  context: Context,
  applicationId: Id,
  asked: { readonly id: Id; readonly questionId: Id | null; readonly text: string },
): Outcome<'asked', AskRefusal | 'is-a-test' | 'not-found'> {
  return context.transact((tx) => {
    const seeker = helpSeeker(context, applicationId);
    if (context.actor === null || seeker === null || !isId(asked.id)) return refused('not-found');
    const { application, call } = seeker;
    if (isTest(application)) return refused('is-a-test');
    if (asked.questionId !== null && !call.questions.some(({ id }) => id === asked.questionId)) {
      return refused('not-found');
    }
    const before = findHelpQuestion(tx, asked.id);
    if (before !== null) return before.applicationId === applicationId ? done('asked') : refused('not-found');
    const waiting = findQuestionsOf(tx, applicationId).filter(({ answeredAt }) => answeredAt === null).length;
    const decision = decideAsk(application, asked.text, questionsEndAt(call), waiting, context.now);
    if (!decision.ok) return decision;
    insertQuestion(tx, {
      id: asked.id,
      applicationId,
      questionId: asked.questionId,
      text: asked.text.trim(),
      askedBy: context.actor.personId,
      askedAt: context.now,
    });
    return done('asked');
  });
}
