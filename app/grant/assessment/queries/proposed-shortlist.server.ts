import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { PanelPlace } from '../rules/panel-order.ts';
import { proposeShortlist, shortlistSize } from '../rules/shortlisting.ts';
import { lotsFixedOn } from './lots-fixed-on.server.ts';
import { chosenByLot, lotsOf } from './lottery.server.ts';
import type { RankedPanel } from './ranked-panel.server.ts';

type Call = { readonly id: Id; readonly awardsPlanned: number; readonly hasPitchDay: boolean };

const NOBODY: ReadonlySet<Id> = new Set();

/**
 * Whom the published rule puts on the shortlist, with what the lots said where they were drawn, and without those whom
 * only lots can choose where they were not. For another number of places than the call's own nothing is drawn: there the
 * ranks speak alone. Lots go with the ranking that their list was fixed on; whoever has no score any more is not
 * proposed, drawn or not. No actor is checked.
 *
 * @param ranked  null while nobody sees a ranking
 */
export function proposedShortlist(
  context: Pick<Context, 'db'>,
  call: Call,
  ranked: RankedPanel | null,
  places: number,
): ReadonlySet<Id> {
  if (ranked === null) return NOBODY;
  const isOwn = places === shortlistSize(call);
  const chosen = isOwn ? (chosenByLot(context, call.id) ?? (areOwed(context, call, ranked) ? NOBODY : null)) : null;
  return proposeShortlist(chosen === null ? ranked.places : asWhenFixed(context, call, ranked), places, chosen);
}

/** Those about whom the rule says nothing until lots are drawn; for another number of places nobody. */
export function leftToLots(
  context: Pick<Context, 'db'>,
  call: Call,
  ranked: RankedPanel | null,
  places: number,
): ReadonlySet<Id> {
  if (ranked === null || places !== shortlistSize(call) || !areOwed(context, call, ranked)) return NOBODY;
  const middle = asWhenFixed(context, call, ranked).filter(({ group }) => group === 'reaches');
  return new Set(middle.map(({ applicationId }) => applicationId));
}

function areOwed(context: Pick<Context, 'db'>, call: Call, ranked: RankedPanel): boolean {
  return lotsOf(context, call.id, ranked) === 'owed';
}

function asWhenFixed(context: Pick<Context, 'db'>, call: Call, { places }: RankedPanel): readonly PanelPlace[] {
  const fixedOn = lotsFixedOn(context, call.id);
  const ranked = places.filter(({ rank }) => rank !== null);
  if (fixedOn === null) return ranked;
  return ranked.map((place) => ({ ...place, group: fixedOn.groups.get(place.applicationId) ?? null }));
}
