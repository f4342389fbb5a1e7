import type { Context } from '#app/platform/context.server.ts';
import { publishedCalls } from '../../call/queries/call-facts.server.ts';
import { windowOf } from '../../call/rules/window.ts';
import { windowFor } from '../rules/submitting.ts';
import { applicationsOf } from './application-card.server.ts';

/** Everything the signed-in person has begun, each with its call: the same few queries however many there are. */
export function myApplications(context: Context) {
  if (context.actor === null) return [];
  const cards = applicationsOf(context, context.actor.personId);
  if (cards.length === 0) return [];
  const calls = new Map(publishedCalls(context).map((call) => [call.id, call]));
  return cards.flatMap((card) => {
    const call = calls.get(card.callId);
    if (call === undefined) return [];
    const { title, language, partnerName, currency, timeZone } = call;
    const own = windowFor({ opensAt: call.opensAt, closesAt: call.closesAt }, card.lateUntil);
    return [
      {
        ...card,
        window: windowOf(own, context.now),
        call: { title, language, partnerName, currency, timeZone, closesAt: own.closesAt },
      },
    ];
  });
}
