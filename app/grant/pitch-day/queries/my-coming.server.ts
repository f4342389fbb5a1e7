import type { Context } from '#app/platform/context.server.ts';
import { partyByKey } from './party-matter.server.ts';

/** What somebody sees of their own party, by the key in their link. */
export function myComing(context: Context, key: string) {
  const matter = partyByKey(context, key);
  if (matter === null) return null;
  const { party, details, event, offer, call, isOver } = matter;
  const { state, people, version, interpreter, children, wantsTravelMoney, sayNoBy } = party;
  return {
    key: matter.key,
    isOver,
    party: { state, people, version },
    /** Until when a party that moved up is asked to say no; null once that is past. */
    sayNoBy: sayNoBy !== null && context.now < sayNoBy && !isOver ? sayNoBy : null,
    wishes: {
      name: details.name,
      people,
      interpreter: interpreter ?? '',
      children,
      food: details.food,
      wantsTravelMoney,
      toKnow: details.toKnow,
    },
    event: {
      title: event.title,
      startsAt: event.startsAt,
      place: event.place,
      address: event.address,
      accessNotes: event.accessNotes,
      pitchSeconds: event.pitchSeconds,
    },
    offer: {
      questionSeconds: offer.questionSeconds,
      interpreters: offer.interpreters,
      childcare: offer.childcare,
      food: offer.food,
      travelMoney: offer.travelMoney,
    },
    call: { slug: call.slug, timeZone: call.timeZone },
  };
}
