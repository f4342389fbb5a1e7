import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { PanelPlace } from '../rules/panel-order.ts';
import { proposeShortlist, shortlistSize } from '../rules/shortlisting.ts';
import { lotsFixedOn } from './lots-fixed-on.server.ts';
import { chosenByLot } from './lottery.server.ts';

/**
 * Whom the published rule puts on the shortlist, with what the lots said where they were drawn. For another number of
 * places than the call's own nothing was drawn: there the ranks speak alone. Lots go with the ranking that their list was
 * fixed on; whoever has no score any more is not proposed, drawn or not. No actor is checked.
 */
export function proposedShortlist(
  context: Pick<Context, 'db'>,
  call: { readonly id: Id; readonly awardsPlanned: number; readonly hasPitchDay: boolean },
  ranking: readonly PanelPlace[],
  places: number,
): ReadonlySet<Id> {
  const chosen = places === shortlistSize(call) ? chosenByLot(context, call.id) : null;
  return proposeShortlist(chosen === null ? ranking : asWhenFixed(context, call.id, ranking), places, chosen);
}

function asWhenFixed(context: Pick<Context, 'db'>, callId: Id, ranking: readonly PanelPlace[]): readonly PanelPlace[] {
  const fixedOn = lotsFixedOn(context, callId);
  const ranked = ranking.filter(({ rank }) => rank !== null);
  if (fixedOn === null) return ranked;
  return ranked.map((place) => ({ ...place, group: fixedOn.groups.get(place.applicationId) ?? null }));
}
