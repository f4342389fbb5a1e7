import { type Id, isId } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { draftCopy } from '../queries/draft-readings.server.ts';
import { helpSeeker } from '../queries/help-seeker.server.ts';
import { myRole } from '../queries/team.server.ts';
import { draftFeedbackEndsAt } from '../rules/asking.ts';
import { type AskReadingRefusal, decideAskReading } from '../rules/draft-feedback.ts';
import { isTest } from '../rules/reference.ts';
import { maySign } from '../rules/team.ts';
import { findReading, findReadingsOf, insertReading } from '../store/draft-feedback.server.ts';

/**
 * Lends staff a copy of a draft as it is now, so that they say what is clear and what is not. They never see the
 * draft itself, and lose the copy when they have answered.
 *
 * @param readingId     made for the form, so that the same form sent twice asks once
 * @param hasConsented  the writer ticked that staff may read it
 */
export function askReading(
  context: Context,
  applicationId: Id,
  readingId: Id,
  hasConsented: boolean,
): Outcome<'asked', AskReadingRefusal | 'is-a-test' | 'not-found'> {
  return context.transact((tx) => {
    const seeker = helpSeeker(context, applicationId);
    if (context.actor === null || seeker === null || !isId(readingId)) return refused('not-found');
    // Whoever may send it may lend it: a helper does not agree in the group's name.
    if (!maySign(myRole(context, seeker.application))) return refused('not-found');
    if (isTest(seeker.application)) return refused('is-a-test');
    const same = findReading(tx, readingId);
    if (same !== null) return same.applicationId === applicationId ? done('asked') : refused('not-found');
    const before = findReadingsOf(tx, applicationId);
    const copy = draftCopy(context, seeker.application, seeker.call);
    const decision = decideAskReading(
      seeker.application,
      draftFeedbackEndsAt(seeker.call),
      {
        isOpen: before.some(({ answeredAt, takenBackAt }) => answeredAt === null && takenBackAt === null),
        answered: before.filter(({ answeredAt }) => answeredAt !== null).length,
      },
      copy,
      hasConsented,
      context.now,
    );
    if (!decision.ok) return decision;
    insertReading(tx, {
      id: readingId,
      applicationId,
      askedBy: context.actor.personId,
      askedAt: context.now,
      copy,
    });
    return done('asked');
  });
}
