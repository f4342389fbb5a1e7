import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { mayListApplications } from '../rules/access.ts';
import type { ListFilter } from '../rules/listing.ts';
import { isStopped } from '../store/access-codes.server.ts';
import { countListed, findListedById } from '../store/listing.server.ts';
import { hiddenPlaces } from './hidden-places.server.ts';

type Asked = { kind: 'ticked'; applicationIds: readonly Id[] } | { kind: 'all'; filter: ListFilter };

/** How many applications were chosen, counted to the last, for a manager who is about to do something with them. */
export function chosenApplications(context: Context, callId: Id, asked: Asked) {
  const call = callById(context, callId);
  if (call === null || !mayListApplications(context.actor, call)) return null;
  const hidden = hiddenPlaces(context, callId);
  const count =
    asked.kind === 'all'
      ? countListed(context.db, callId, { ...asked.filter, hidden }, -1).count
      : findListedById(context.db, callId, asked.applicationIds).filter(({ place }) => !hidden.includes(place)).length;
  return {
    call: { id: call.id, title: call.title, items: call.checkItems, timeZone: call.timeZone },
    count,
    isScoringOpen: isStopped(context.db, callId),
  };
}
