import type { Id } from '#app/kernel/id.ts';
import type { Currency } from '#app/kernel/money.ts';
import { askedQuestions } from '../../call/rules/conditions.ts';
import { minutesFor } from '../../call/rules/minutes.ts';
import type { QuestionDraft } from '../../call/rules/questions.ts';
import { answerFault, linesIn } from './answer-text.ts';
import { type Details, detailsOf } from './details.ts';
import type { MediaState } from './media.ts';
import type { ApplicationState } from './state.ts';
import type { Draft } from './submitting.ts';

type Question = Pick<QuestionDraft, 'kind' | 'required' | 'wordsMax' | 'minutes' | 'options' | 'onlyIf'> & {
  readonly id: Id;
};

/** The questions that somebody with these answers is asked, in their order. */
export function askedOf<Q extends Question>(
  questions: readonly Q[],
  answers: readonly { readonly questionId: Id; readonly text: string }[],
): Q[] {
  return askedQuestions(questions, (id) => linesIn(answers.find(({ questionId }) => questionId === id)?.text ?? ''));
}

/** Lays what was written and recorded beside the questions that are asked, in their order. */
export function draftFrom(
  application: Details & { readonly applicantId: Id; readonly state: ApplicationState },
  questions: readonly Question[],
  answers: readonly { readonly questionId: Id; readonly text: string; readonly words: number }[],
  media: readonly {
    readonly questionId: Id;
    readonly state: MediaState;
    readonly seconds: number | null;
    readonly hasUnapprovedText: boolean;
  }[],
  currency: Currency,
): Draft {
  const { applicantId, state } = application;
  return {
    applicantId,
    state,
    details: detailsOf(application),
    answers: askedOf(questions, answers).map((question) => ({
      questionId: question.id,
      required: question.required,
      wordsMax: question.wordsMax,
      words: answers.find((answer) => answer.questionId === question.id)?.words ?? 0,
      fault: answerFault(question, answers.find((answer) => answer.questionId === question.id)?.text ?? '', currency),
      minutes: minutesFor(question),
      recordings: media
        .filter((recording) => recording.questionId === question.id && recording.state !== 'rejected')
        .map(({ state, seconds, hasUnapprovedText }) => ({ state, seconds, hasUnapprovedText })),
    })),
  };
}
