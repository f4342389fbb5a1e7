import { tickOf } from '../forms.ts';
import type { QuestionDraft } from '../rules/questions.ts';

/** A question as its form shows it: lists as lines, an empty estimate as nothing. */
export function questionValues({ onlyIf, options, ...question }: QuestionDraft) {
  return {
    ...question,
    wordsMax: question.wordsMax === 0 ? '' : question.wordsMax,
    options: options.join('\n'),
    onlyIf: onlyIf?.anyOf.map((option) => tickOf(onlyIf.questionId, option)) ?? [],
  };
}
