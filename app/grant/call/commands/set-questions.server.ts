import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { QUESTIONS_MAX, type QuestionDraft, type QuestionFault, questionFaults } from '../rules/questions.ts';
import { writeQuestions } from '../store.server.ts';
import { type DraftRefusal, openDraft } from './open-draft.server.ts';

/**
 * Replaces all questions of a draft.
 *
 * @returns the new ids, in the order given
 */
export function setQuestions(
  context: Context,
  callId: Id,
  questions: readonly QuestionDraft[],
): Outcome<{ questionIds: Id[] }, DraftRefusal | QuestionFault | 'too-many-questions'> {
  return context.transact((tx) => {
    const opened = openDraft(tx, context, callId);
    if (!opened.ok) return opened;
    if (questions.length > QUESTIONS_MAX) return refused('too-many-questions');
    const fault = questions.flatMap(questionFaults)[0];
    if (fault !== undefined) return refused(fault.fault);
    const written = questions.map((question) => ({ ...question, id: context.newId() }));
    writeQuestions(tx, callId, written);
    return done({ questionIds: written.map((question) => question.id) });
  });
}
