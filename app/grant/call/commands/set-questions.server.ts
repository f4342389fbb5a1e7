import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { QUESTIONS_MAX, type QuestionDraft, type QuestionFault, questionFaults, tidied } from '../rules/questions.ts';
import { writeQuestions } from '../store.server.ts';
import { type DraftRefusal, openDraft } from './open-draft.server.ts';

/** A question of a list, with a key by which the conditions of later ones name it. */
export type KeyedQuestion = QuestionDraft & { readonly key?: string };

/**
 * Replaces all questions of a draft. A condition names its question by the key it has in this list.
 *
 * @returns the new ids, in the order given
 */
export function setQuestions(
  context: Context,
  callId: Id,
  questions: readonly KeyedQuestion[],
): Outcome<{ questionIds: Id[] }, DraftRefusal | QuestionFault | 'too-many-questions'> {
  return context.transact((tx) => {
    const opened = openDraft(tx, context, callId);
    if (!opened.ok) return opened;
    if (questions.length > QUESTIONS_MAX) return refused('too-many-questions');
    const fault = questions.flatMap(questionFaults)[0];
    if (fault !== undefined) return refused(fault.fault);
    const ids = questions.map(() => context.newId());
    const idOf = new Map(questions.map(({ key }, place) => [key, ids[place] ?? '']));
    const written = questions.map(({ key, ...question }, place) => {
      const { onlyIf } = question;
      const condition = onlyIf === null ? null : { ...onlyIf, questionId: idOf.get(onlyIf.questionId) ?? '' };
      return { ...tidied(question), onlyIf: condition, id: ids[place] ?? '' };
    });
    writeQuestions(tx, callId, written);
    return done({ questionIds: ids });
  });
}
