import { paths } from '#app/paths.ts';
import type { MyQuestion } from '../queries/my-application.server.ts';
import type { WholeAnswer } from './whole-application.tsx';

/** An applicant's own answers, with recordings under the applicant's own addresses. */
export function myAnswers(questions: readonly MyQuestion[]): WholeAnswer[] {
  return questions.map((question) => ({
    questionId: question.id,
    label: question.label,
    text: question.text,
    video:
      question.video === null
        ? null
        : { src: paths.applyMedia({ mediaId: question.video.id }), seconds: question.video.seconds },
  }));
}
