import type { Id } from '#app/kernel/id.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { runPanel } from '../queries/run-panel.server.ts';
import { decideOffer, type OfferRefusal, type PanelOffer } from '../rules/panel-offer.ts';
import { writeOffer } from '../store/panel-interest.server.ts';

/** The manager says what the panel asks and gives, and whether people may put their names down. */
export function saveOffer(
  context: Context,
  callId: Id,
  offer: PanelOffer,
): Outcome<'saved', OfferRefusal | 'not-found'> {
  return context.transact((tx) => {
    const run = runPanel(context, callId);
    if (run === null) return refused('not-found');
    const decision = decideOffer(run.state, offer);
    if (decision.ok) writeOffer(tx, callId, offer, run.managerId, context.now);
    return decision;
  });
}
