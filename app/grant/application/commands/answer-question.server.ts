import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { questionForManager } from '../queries/help-inbox.server.ts';
import { insertHelp, writeReply } from '../store/help.server.ts';

export type AnswerQuestionRefusal = 'not-found' | 'already-answered' | 'answer-empty';

/**
 * Answers a question that was asked from inside an application: on its page, and by letter.
 *
 * @param minutes  how long it took, for the log; null when nobody looked at the clock
 */
export function answerQuestion(
  context: Context,
  helpQuestionId: Id,
  answer: string,
  minutes: number | null,
): Outcome<'answered', AnswerQuestionRefusal> {
  return context.transact((tx) => {
    const found = questionForManager(context, helpQuestionId);
    if (context.actor === null || found === null) return refused('not-found');
    if (answer.trim() === '') return refused('answer-empty');
    const by = context.actor.personId;
    if (!writeReply(tx, helpQuestionId, answer.trim(), by, context.now)) return refused('already-answered');
    insertHelp(tx, {
      id: context.newId(),
      applicationId: found.question.applicationId,
      kind: 'question-answered',
      minutes,
      by,
      at: context.now,
    });
    promise(tx, context, { kind: 'help-question-answered', subjectId: helpQuestionId });
    return done('answered');
  });
}
