import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { draftFeedbackEndsAt, questionsEndAt } from '../rules/asking.ts';
import { findQuestionsOf } from '../store/help.server.ts';
import { helpersOf } from './help-log.server.ts';
import { helpSeeker } from './help-seeker.server.ts';

/** Everything that helps with one application: what was asked and answered, who helped, and what else there is. */
export function myHelp(context: Context, applicationId: Id) {
  const seeker = helpSeeker(context, applicationId);
  if (seeker === null) return null;
  const { application, call } = seeker;
  const endsAt = questionsEndAt(call);
  const readingEndsAt = draftFeedbackEndsAt(call);
  return {
    application: { id: application.id, reference: application.reference, state: application.state },
    call: {
      title: call.title,
      timeZone: call.timeZone,
      partnerName: call.partnerName,
      contact: call.contact,
    },
    questions: call.questions.map(({ id, label }) => ({ id, label })),
    asked: askedOf(context, applicationId),
    endsAt,
    isOver: context.now >= endsAt,
    readingEndsAt: readingEndsAt !== null && context.now < readingEndsAt ? readingEndsAt : null,
    saves: helpersOf(context, applicationId).saves,
  };
}

/** What was asked about one question of the call, and what came back; null for those who only read. */
export function helpWithQuestion(context: Context, applicationId: Id, questionId: Id) {
  const seeker = helpSeeker(context, applicationId);
  if (seeker === null) return null;
  return {
    applicationId,
    questionId,
    partnerName: seeker.call.partnerName,
    timeZone: seeker.call.timeZone,
    asked: askedOf(context, applicationId).filter((asked) => asked.questionId === questionId),
    saves: helpersOf(context, applicationId).saves.filter(({ what }) => what === questionId),
  };
}

function askedOf(context: Context, applicationId: Id) {
  return findQuestionsOf(context.db, applicationId).map(({ id, questionId, text, askedAt, answer, answeredAt }) => ({
    id,
    questionId,
    text,
    askedAt,
    answer,
    answeredAt,
  }));
}
