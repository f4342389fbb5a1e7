import type { Id } from '#app/kernel/id.ts';
import { type Condition, offersChoice, type QuestionDraft } from './questions.ts';

type Asked = Pick<QuestionDraft, 'kind' | 'options' | 'onlyIf'> & { readonly id: Id };

/**
 * Whether a condition can ever hold: it names a question that offers a choice and comes earlier, and options of it.
 * A question that was moved or rewritten can break it.
 */
export function isConditionSound(condition: Condition, earlier: readonly Pick<Asked, 'id' | 'kind' | 'options'>[]) {
  const about = earlier.find((question) => question.id === condition.questionId);
  return (
    about !== undefined &&
    offersChoice(about.kind) &&
    condition.anyOf.length > 0 &&
    condition.anyOf.every((option) => about.options.includes(option))
  );
}

/** The questions whose condition can never hold, in their order. */
export function brokenConditions<Q extends Asked>(questions: readonly Q[]): Q[] {
  return questions.filter(
    ({ onlyIf }, place) => onlyIf !== null && !isConditionSound(onlyIf, questions.slice(0, place)),
  );
}

/**
 * The questions that are asked of somebody who chose these options.
 * What depends on a question that is not asked itself is not asked either.
 *
 * @param chosen  the options chosen in a question so far; empty for none
 */
export function askedQuestions<Q extends Asked>(
  questions: readonly Q[],
  chosen: (questionId: Id) => readonly string[],
): Q[] {
  const asked = new Set<Id>();
  return questions.filter(({ id, onlyIf }) => {
    const isAsked =
      onlyIf === null ||
      (asked.has(onlyIf.questionId) && chosen(onlyIf.questionId).some((option) => onlyIf.anyOf.includes(option)));
    if (isAsked) asked.add(id);
    return isAsked;
  });
}
