import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { findListedById, type Listed } from '../store/listing.server.ts';
import { hiddenFromPerson } from './hidden-from.server.ts';

/** The rows of a call's list that do not exist as far as the signed-in manager can see: an applicant named her. */
export function hiddenRows(context: Context, callId: Id): Listed[] {
  const hidden = hiddenFromPerson(context, callId, context.actor?.personId ?? '');
  return hidden.size === 0 ? [] : findListedById(context.db, callId, [...hidden]);
}

/** The same, as the list leaves them out: by their places. */
export function hiddenPlaces(context: Context, callId: Id): number[] {
  return hiddenRows(context, callId).map(({ place }) => place);
}
