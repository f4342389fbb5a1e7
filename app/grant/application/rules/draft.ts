import type { Id } from '#app/kernel/id.ts';
import type { Details } from './details.ts';
import type { MediaState } from './media.ts';
import type { ApplicationState } from './state.ts';
import type { Draft } from './submitting.ts';

/** Lays what was written and recorded beside the questions of the call, in their order. */
export function draftFrom(
  application: Details & { readonly applicantId: Id; readonly state: ApplicationState },
  questions: readonly { readonly id: Id; readonly required: boolean; readonly wordsMax: number }[],
  answers: readonly { readonly questionId: Id; readonly words: number }[],
  media: readonly { readonly questionId: Id; readonly state: MediaState; readonly seconds: number | null }[],
): Draft {
  const { applicantId, state, title, oneLine, groupName, theme, city, amountMinor, language } = application;
  return {
    applicantId,
    state,
    details: { title, oneLine, groupName, theme, city, amountMinor, language },
    answers: questions.map((question) => ({
      questionId: question.id,
      required: question.required,
      wordsMax: question.wordsMax,
      words: answers.find((answer) => answer.questionId === question.id)?.words ?? 0,
      recordings: media
        .filter((recording) => recording.questionId === question.id && recording.state !== 'rejected')
        .map((recording) => ({ state: recording.state, seconds: recording.seconds })),
    })),
  };
}
