import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { findLiveMatchesOfAwards, findMentorsOfPerson } from '../store.server.ts';

/** Which of these awards have a mentor now: one query however many. The caller checks who asks. */
export function mentoredAwards(context: Pick<Context, 'db'>, awardIds: readonly Id[]): ReadonlySet<Id> {
  return new Set(findLiveMatchesOfAwards(context.db, awardIds));
}

/** Whether a person is a mentor of any partner. */
export function isMentor(context: Pick<Context, 'db'>, personId: Id): boolean {
  return findMentorsOfPerson(context.db, personId).length > 0;
}
