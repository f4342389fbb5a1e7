import type { Id } from '#app/kernel/id.ts';
import { cutPage, type PageFrom } from '#app/kernel/paging.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callForManager } from '../../call/queries/call-facts.server.ts';
import { questionsEndAt } from '../rules/asking.ts';
import { PAGE_ROWS } from '../rules/listing.ts';
import { countWaiting, findHelpQuestion } from '../store/help.server.ts';
import { findQuestionsIn, findReadingsWaiting, type Queue } from '../store/help-inbox.server.ts';
import { findApplication } from '../store.server.ts';
import { hiddenFromPerson, isHiddenFromMe } from './hidden-from.server.ts';

/** So many drafts to read are on the page at once: the next come when these are read. */
const READINGS_SHOWN = 20;

/**
 * One page of what was asked from inside the applications of a call, and the drafts that wait to be read; for its
 * manager. Whoever an applicant has named finds nothing of what that applicant asked. Of a draft there is its reference
 * and what its writer asked, nothing else.
 */
export function helpInbox(context: Context, callId: Id, queue: Queue = 'waiting', asked: PageFrom | null = null) {
  const call = callForManager(context, callId);
  if (call === null || call.state !== 'published') return null;
  const hidden = [...hiddenFromPerson(context, callId, context.actor?.personId ?? '')];
  const row = asked === null ? null : questionIn(context, callId, { queue, hidden }, asked.id);
  const from = asked === null || row === null ? null : { toward: asked.toward, row };
  const found = findQuestionsIn(context.db, callId, { queue, hidden, limit: PAGE_ROWS + 1 }, from);
  const { rows, before, after } = cutPage(found, PAGE_ROWS, from?.toward ?? null);
  const labels = new Map(call.questions.map(({ id, label }) => [id, label]));
  const readings = queue === 'waiting' ? findReadingsWaiting(context.db, callId, hidden, READINGS_SHOWN) : [];
  return {
    call: { id: call.id, title: call.title, slug: call.slug, timeZone: call.timeZone },
    questionsEndAt: questionsEndAt(call),
    queue,
    readings: readings.map(({ id, reference, askedAt }) => ({ id, reference, askedAt })),
    readingsLater: (readings[0]?.all ?? 0) - readings.length,
    questions: rows.map((question) => ({
      id: question.id,
      reference: question.reference,
      about: question.questionId === null ? null : (labels.get(question.questionId) ?? null),
      text: question.text,
      askedAt: question.askedAt,
      answeredAt: question.answeredAt,
      publishedAt: question.publishedAt,
    })),
    before: before?.id ?? null,
    after: after?.id ?? null,
  };
}

/** The question that a page begins at; null for one that would not be on any page of this queue. */
function questionIn(
  context: Context,
  callId: Id,
  { queue, hidden }: { readonly queue: Queue; readonly hidden: readonly Id[] },
  helpQuestionId: Id,
) {
  const question = findHelpQuestion(context.db, helpQuestionId);
  if (question === null || (question.answeredAt === null) !== (queue === 'waiting')) return null;
  if (hidden.includes(question.applicationId)) return null;
  return findApplication(context.db, question.applicationId)?.callId === callId ? question : null;
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
