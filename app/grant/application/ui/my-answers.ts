import type { Currency } from '#app/kernel/money.ts';
import type { MyQuestion } from '../queries/my-application.server.ts';
import { shownAnswer } from '../rules/shown-answer.ts';
import { ownMedia } from './own-media.ts';
import type { WholeAnswer } from './whole-application.tsx';

/** An applicant's own answers, with recordings under the applicant's own addresses. */
export function myAnswers(questions: readonly MyQuestion[], currency: Currency): WholeAnswer[] {
  return questions
    .filter((question) => question.isAsked)
    .map(({ id, label, sentRecording: recorded, ...question }) => ({
      questionId: id,
      label,
      shown: shownAnswer(question, question.standing, currency),
      lang: question.language,
      translations: question.translations,
      media: recorded === null ? null : { played: recorded, from: ownMedia(recorded.id) },
    }));
}
