import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type CallFacts, callForManager } from '../../call/queries/call-facts.server.ts';
import { draftFeedbackEndsAt } from '../rules/asking.ts';
import { askedOf } from '../rules/draft.ts';
import { DETAILS, type FeedbackLine, WHOLE } from '../rules/draft-feedback.ts';
import { findReading, findReadingsOf } from '../store/draft-feedback.server.ts';
import { type Application, findAnswers, findApplication } from '../store.server.ts';
import { helpSeeker } from './help-seeker.server.ts';
import { isHiddenFromMe } from './hidden-from.server.ts';

/**
 * A draft as it is lent: its title and sentence, and each question that is asked, with the words that stand there
 * now. Names, places and money are not needed to say whether something is clear, so they are not in it.
 */
export function draftCopy(context: Pick<Context, 'db'>, application: Application, call: CallFacts): FeedbackLine[] {
  const answers = findAnswers(context.db, application.id);
  const { title, oneLine } = application;
  return [
    { what: DETAILS, label: '', text: [title, oneLine].filter((line) => line.trim() !== '').join('\n') },
    ...askedOf(call.questions, answers).map(({ id, label }) => ({
      what: id,
      label,
      text: answers.find(({ questionId }) => questionId === id)?.text ?? '',
    })),
  ];
}

/** Comments on a draft: what its writer may ask for, has asked for, and was told. */
export function draftReadings(context: Context, applicationId: Id) {
  const seeker = helpSeeker(context, applicationId);
  if (seeker === null) return null;
  const { application, call } = seeker;
  const readings = findReadingsOf(context.db, applicationId);
  const labels = new Map(call.questions.map(({ id, label }) => [id, label]));
  const open = readings.find(({ answeredAt, takenBackAt }) => answeredAt === null && takenBackAt === null);
  return {
    application: { id: application.id, reference: application.reference, state: application.state },
    call: { title: call.title, timeZone: call.timeZone, partnerName: call.partnerName },
    endsAt: draftFeedbackEndsAt(call),
    isOver: context.now >= (draftFeedbackEndsAt(call) ?? 0),
    open: open === undefined ? null : { askedAt: open.askedAt },
    answered: readings.flatMap(({ id, answeredAt, comments }) =>
      answeredAt === null
        ? []
        : [
            {
              id,
              answeredAt,
              comments: (comments ?? []).map(({ what, text }) => ({ what, label: labels.get(what) ?? null, text })),
            },
          ],
    ),
  };
}

/** A copy that was lent, for a manager of the partner, while its writer still waits for comments on a draft. */
export function readingForManager(context: Context, readingId: Id) {
  const reading = findReading(context.db, readingId);
  const application = reading === null ? null : findApplication(context.db, reading.applicationId);
  const call = application === null ? null : callForManager(context, application.callId);
  if (reading === null || application === null || call === null) return null;
  if (reading.copy === null || application.state !== 'draft') return null;
  if (isHiddenFromMe(context, application.id)) return null;
  return {
    id: reading.id,
    applicationId: application.id,
    reference: application.reference,
    lang: application.language,
    askedAt: reading.askedAt,
    call: { id: call.id, title: call.title, timeZone: call.timeZone },
    lines: [{ what: WHOLE, label: '', text: '' }, ...reading.copy] satisfies FeedbackLine[],
  };
}

/** Whom to tell that a draft was read. The caller has checked who asks. */
export function readingLetter(context: Pick<Context, 'db'>, readingId: Id): { applicationId: Id; askedBy: Id } | null {
  const found = findReading(context.db, readingId);
  return found === null ? null : { applicationId: found.applicationId, askedBy: found.askedBy };
}
