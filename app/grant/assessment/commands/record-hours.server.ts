import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callSummary } from '../../call/queries/call-facts.server.ts';
import { dayIn } from '../queries/day-in.server.ts';
import { decideHours, type HoursEntry, type HoursRefusal } from '../rules/hours.ts';
import { payOffered } from '../rules/seat-terms.ts';
import { findHours, findHoursOf, insertHours, removeHours } from '../store/hours.server.ts';
import { findMember } from '../store/panel.server.ts';
import { findOffer, findSeatTerms } from '../store/seat-terms.server.ts';

/**
 * A seated member writes down time they have given, to be paid as they have chosen by then.
 *
 * @param hoursId  made by whoever shows the form: the same form sent twice is one entry
 */
export function recordHours(
  context: Context,
  callId: Id,
  hoursId: Id,
  entry: HoursEntry,
): Outcome<'recorded', HoursRefusal | 'not-found'> {
  const { actor } = context;
  const call = callSummary(context, callId);
  if (actor === null || call === null) return refused('not-found');
  return context.transact((tx) => {
    const member = findMember(tx, callId, actor.personId);
    if (member?.state !== 'accepted') return refused('not-found');
    const known = findHours(tx, hoursId);
    if (known !== null) return known.memberId === member.id ? done('recorded') : refused('not-found');
    const thatDay = findHoursOf(tx, member.id).filter(({ day, state }) => day === entry.day && state !== 'refused');
    const decision = decideHours(
      {
        today: dayIn(call.timeZone, context.now),
        invitedOn: dayIn(call.timeZone, member.invitedAt),
        minutesThatDay: thatDay.reduce((sum, { minutes }) => sum + minutes, 0),
      },
      entry,
    );
    if (!decision.ok) return decision;
    const offer = findOffer(tx, callId);
    const chosen = findSeatTerms(tx, member.id)?.payChoice ?? 'none';
    const payChoice = payOffered(member.kind, offer).includes(chosen) ? chosen : 'none';
    insertHours(tx, {
      ...entry,
      id: hoursId,
      memberId: member.id,
      payChoice,
      hourlyMinor: payChoice === 'none' ? null : (offer?.hourlyMinor ?? null),
      recordedAt: context.now,
      state: 'recorded',
    });
    return decision;
  });
}

/** Takes away what the signed-in member has written down, while nobody has looked at it. */
export function takeHoursBack(context: Context, callId: Id, hoursId: Id): Outcome<'gone', 'not-found'> {
  const { actor } = context;
  if (actor === null) return refused('not-found');
  return context.transact((tx) => {
    const member = findMember(tx, callId, actor.personId);
    const hours = findHours(tx, hoursId);
    if (member?.state !== 'accepted' || hours?.memberId !== member.id || hours.state !== 'recorded')
      return refused('not-found');
    removeHours(tx, hoursId);
    return done('gone');
  });
}
