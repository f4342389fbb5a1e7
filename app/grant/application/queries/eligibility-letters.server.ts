import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { mayListApplications } from '../rules/access.ts';
import { isStopped } from '../store/access-codes.server.ts';
import { countWaiting } from '../store/eligibility.server.ts';

/** The letters about checks that wait to be sent, for a manager of the call. */
export function eligibilityLetters(context: Context, callId: Id) {
  const call = callById(context, callId);
  if (call === null || !mayListApplications(context.actor, call)) return null;
  const counts = new Map(countWaiting(context.db, callId).map(({ eligibility, count }) => [eligibility, count]));
  const notEligible = counts.get('not-eligible') ?? 0;
  const moreNeeded = counts.get('more-needed') ?? 0;
  const count = [...counts.values()].reduce((sum, each) => sum + each, 0);
  const planned = call.dates.find(({ kind }) => kind === 'eligibility-check');
  return {
    call: { id: call.id, title: call.title, timeZone: call.timeZone },
    count,
    notEligible,
    moreNeeded,
    afterAll: count - notEligible - moreNeeded,
    checkEndsAt: planned === undefined ? null : (planned.endsAt ?? planned.startsAt),
    isScoringOpen: isStopped(context.db, callId),
    now: context.now,
  };
}

/** How many letters about checks wait in a call, whoever asks: nobody may be left out of a round unheard. */
export function lettersWaiting(context: Pick<Context, 'db'>, callId: Id): number {
  return countWaiting(context.db, callId).reduce((sum, { count }) => sum + count, 0);
}
