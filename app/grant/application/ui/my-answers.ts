import type { Currency } from '#app/kernel/money.ts';
import { paths } from '#app/paths.ts';
import type { MyQuestion } from '../queries/my-application.server.ts';
import { shownAnswer } from '../rules/shown-answer.ts';
import type { WholeAnswer } from './whole-application.tsx';

/** An applicant's own answers, with recordings under the applicant's own addresses. */
export function myAnswers(questions: readonly MyQuestion[], currency: Currency): WholeAnswer[] {
  return questions
    .filter((question) => question.isAsked)
    .map((question) => ({
      questionId: question.id,
      label: question.label,
      shown: shownAnswer(question, question.standing, currency),
      lang: question.language,
      translations: question.translations,
      video:
        question.video === null
          ? null
          : { src: paths.applyMedia({ mediaId: question.video.id }), seconds: question.video.seconds },
    }));
}
