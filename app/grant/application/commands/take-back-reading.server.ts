import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { helpSeeker } from '../queries/help-seeker.server.ts';
import { takeBackReadings } from '../store/draft-feedback.server.ts';

/** Takes the lent copy of a draft back before it was answered: it is gone at once. */
export function takeBackReading(context: Context, applicationId: Id): Outcome<'taken-back', 'not-found'> {
  return context.transact((tx) => {
    if (helpSeeker(context, applicationId) === null) return refused('not-found');
    takeBackReadings(tx, applicationId, context.now);
    return done('taken-back');
  });
}
