import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callForManager } from '../../call/queries/call-facts.server.ts';
import { questionsEndAt } from '../rules/asking.ts';
import { findReadingsWaiting } from '../store/draft-feedback.server.ts';
import { countWaiting, findHelpQuestion, findQuestionsOfCall } from '../store/help.server.ts';
import { findApplication } from '../store.server.ts';
import { hiddenFromPerson, isHiddenFromMe } from './hidden-from.server.ts';

/**
 * What was asked from inside the applications of a call, and the drafts that wait to be read; for its manager.
 * Of a draft there is its reference and what its writer asked, nothing else.
 */
export function helpInbox(context: Context, callId: Id) {
  const call = callForManager(context, callId);
  if (call === null || call.state !== 'published') return null;
  const isShown = shownOf(context, callId);
  const labels = new Map(call.questions.map(({ id, label }) => [id, label]));
  return {
    call: { id: call.id, title: call.title, slug: call.slug, timeZone: call.timeZone },
    questionsEndAt: questionsEndAt(call),
    readings: findReadingsWaiting(context.db, callId)
      .filter(isShown)
      .map(({ id, reference, askedAt }) => ({ id, reference, askedAt })),
    questions: findQuestionsOfCall(context.db, callId)
      .filter(isShown)
      .map((question) => ({
        id: question.id,
        reference: question.reference,
        about: question.questionId === null ? null : (labels.get(question.questionId) ?? null),
        text: question.text,
        askedAt: question.askedAt,
        answer: question.answer,
        answeredAt: question.answeredAt,
        publishedAt: question.publishedAt,
      })),
  };
}

/** Whoever an applicant has named finds nothing of what that applicant asked. */
function shownOf(context: Context, callId: Id): (asked: { readonly applicationId: Id }) => boolean {
  const hidden = hiddenFromPerson(context, callId, context.actor?.personId ?? '');
  return ({ applicationId }) => !hidden.has(applicationId);
}

/** One question with its call, if the signed-in person manages it. */
export function questionForManager(context: Context, helpQuestionId: Id) {
  const question = findHelpQuestion(context.db, helpQuestionId);
  const application = question === null ? null : findApplication(context.db, question.applicationId);
  const call = application === null ? null : callForManager(context, application.callId);
  if (question === null || application === null || call === null) return null;
  if (isHiddenFromMe(context, application.id)) return null;
  return {
    question,
    reference: application.reference,
    call,
    about: call.questions.find(({ id }) => id === question.questionId)?.label ?? null,
  };
}

/** How many questions wait for an answer in each of these calls: one query. The caller checks who asks. */
export function questionsWaiting(context: Pick<Context, 'db'>, callIds: readonly Id[]): ReadonlyMap<Id, number> {
  return countWaiting(context.db, callIds);
}

/** A question that was answered, for the letter about it. The caller has checked who asks. */
export function answeredQuestion(context: Pick<Context, 'db'>, helpQuestionId: Id) {
  const found = findHelpQuestion(context.db, helpQuestionId);
  if (found === null || found.answer === null) return null;
  const { applicationId, askedBy, text, answer } = found;
  return { applicationId, askedBy, text, answer };
}
