import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { PanelPlace } from '../rules/panel-order.ts';
import { proposeShortlist, shortlistSize } from '../rules/shortlisting.ts';
import { chosenByLot } from './lottery.server.ts';

/**
 * Whom the published rule puts on the shortlist, with what the lots said where they were drawn. For another number of
 * places than the call's own nothing was drawn: there the ranks speak alone. No actor is checked.
 */
export function proposedShortlist(
  context: Pick<Context, 'db'>,
  call: { readonly id: Id; readonly awardsPlanned: number; readonly hasPitchDay: boolean },
  ranking: readonly PanelPlace[],
  places: number,
): ReadonlySet<Id> {
  const chosen = places === shortlistSize(call) ? chosenByLot(context, call.id) : null;
  return proposeShortlist(ranking, places, chosen);
}
