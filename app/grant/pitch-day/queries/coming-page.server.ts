import type { Context } from '#app/platform/context.server.ts';
import { dayStanding } from '../rules/coming.ts';
import { hasReached } from '../rules/poll-state.ts';
import { dayOfCall, signUpState } from './day-of-call.server.ts';
import { pollStateOf } from './own-event.server.ts';
import { publicOrder } from './public-order.server.ts';

/** What everybody reads who would like to come; nothing about who does. Null for a call without a pitch day. */
export function comingPage(context: Context, slug: string) {
  const day = dayOfCall(context, slug);
  if (day === null) return null;
  const { call, event, offer } = day;
  const promised = call.dates.find(({ kind }) => kind === 'pitch-day');
  const pollState = event === null ? null : pollStateOf(context, event);
  return {
    standing: event === null ? ('coming' as const) : dayStanding(event, pollState, context.now),
    /** Where the vote is, or its result; null while there is nothing to see. */
    poll:
      event?.pollId == null || pollState === null
        ? null
        : {
            id: event.pollId,
            isOpen: pollState === 'open',
            isShown: hasReached(pollState, 'revealed'),
          },
    signUp: signUpState(context, day),
    call: {
      slug: call.slug,
      title: call.title,
      language: call.language,
      timeZone: call.timeZone,
      partnerName: call.partnerName,
      contact: call.contact,
    },
    /** What applicants were told before there was a plan. */
    promised: promised === undefined ? null : { startsAt: promised.startsAt, place: promised.place },
    event: event && {
      id: event.id,
      title: event.title,
      startsAt: event.startsAt,
      place: event.place,
      address: event.address,
      accessNotes: event.accessNotes,
      pitchSeconds: event.pitchSeconds,
    },
    /** In running order, from the freeze of the ballot paper on; null before. */
    pitches: event && publicOrder(context, event),
    offer: offer && {
      questionSeconds: offer.questionSeconds,
      interpreters: offer.interpreters,
      childcare: offer.childcare,
      food: offer.food,
      travelMoney: offer.travelMoney,
    },
  };
}
