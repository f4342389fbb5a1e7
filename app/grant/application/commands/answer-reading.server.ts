import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { readingForManager } from '../queries/draft-readings.server.ts';
import { type AnswerReadingRefusal, decideAnswerReading, type FeedbackComment } from '../rules/draft-feedback.ts';
import { writeComments } from '../store/draft-feedback.server.ts';
import { insertHelp } from '../store/help.server.ts';

/**
 * Sends the comments on a lent draft to its writer. The copy is gone with it, and with it the consent.
 *
 * @param minutes  how long it took, for the log; null when nobody looked at the clock
 */
export function answerReading(
  context: Context,
  readingId: Id,
  comments: readonly FeedbackComment[],
  minutes: number | null,
): Outcome<'answered', AnswerReadingRefusal | 'not-found'> {
  return context.transact((tx) => {
    const found = readingForManager(context, readingId);
    if (context.actor === null || found === null) return refused('not-found');
    const known = new Set(found.lines.map(({ what }) => what));
    const decision = decideAnswerReading(comments.filter(({ what }) => known.has(what)));
    if (!decision.ok) return decision;
    const by = context.actor.personId;
    if (!writeComments(tx, readingId, decision.value, by, context.now)) return refused('not-found');
    insertHelp(tx, {
      id: context.newId(),
      applicationId: found.applicationId,
      kind: 'draft-feedback',
      minutes,
      by,
      at: context.now,
    });
    promise(tx, context, { kind: 'draft-commented', subjectId: readingId });
    return done('answered');
  });
}
