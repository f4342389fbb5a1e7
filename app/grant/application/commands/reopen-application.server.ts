import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { isReadableForManager } from '../queries/manager-reading.server.ts';
import { openReopening } from '../queries/open-reopening.server.ts';
import { detailText } from '../rules/reopened-draft.ts';
import { decideReopen, openedWith, type ReopenedDetail, type ReopenRefusal } from '../rules/reopening.ts';
import { isStopped } from '../store/access-codes.server.ts';
import { insertReopening } from '../store/reopenings.server.ts';
import { findAnswers, findApplication } from '../store.server.ts';

/** What a manager chose to reopen, why, and until when. */
type Asked = {
  readonly questionIds: readonly Id[];
  readonly details: readonly ReopenedDetail[];
  readonly reason: string;
  readonly untilAt: Instant;
};

/**
 * Lets the applicant write named questions and details anew until a moment, and promises them a letter that says
 * which, why, and what to do. Everything else stays as it was sent.
 */
export function reopenApplication(
  context: Context,
  applicationId: Id,
  asked: Asked,
): Outcome<'reopened', ReopenRefusal | 'not-found'> {
  const { actor } = context;
  return context.transact((tx) => {
    const found = findApplication(tx, applicationId);
    const call = found === null ? null : callById(context, found.callId);
    if (actor === null || found === null || call === null) return refused('not-found');
    if (!isReadableForManager(context, found, call)) return refused('not-found');
    const questions = call.questions.filter((question) => asked.questionIds.includes(question.id));
    const decision = decideReopen(
      { ...found, isReadingBegun: isStopped(tx, call.id), isReopened: openReopening(context, found) !== null },
      { ...asked, partCount: questions.length + asked.details.length },
      context.now,
    );
    if (!decision.ok) return decision;
    const answers = findAnswers(tx, applicationId);
    const id = context.newId();
    insertReopening(
      tx,
      {
        id,
        applicationId,
        reason: asked.reason.trim(),
        untilAt: asked.untilAt,
        reopenedAt: context.now,
        reopenedBy: actor.personId,
      },
      [
        ...openedWith(asked.details).map((detail) => ({
          id: context.newId(),
          questionId: null,
          detail,
          before: detailText(found, detail),
          words: 0,
        })),
        ...questions.map((question) => {
          const answer = answers.find(({ questionId }) => questionId === question.id);
          const { text, words } = answer ?? { text: '', words: 0 };
          return { id: context.newId(), questionId: question.id, detail: null, before: text, words };
        }),
      ],
    );
    promise(tx, context, { kind: 'application-reopened', subjectId: id });
    return decision;
  });
}
