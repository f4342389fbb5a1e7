import { invariant } from '#app/kernel/invariant.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { movingUp, sayNoUntil } from '../rules/coming.ts';
import { changeParty, findOffer, partiesOf } from '../store/coming.server.ts';
import type { PitchEvent } from '../store.server.ts';

/**
 * Gives free places to the first who wait and promises each a letter. Called by everything that may free a place,
 * in its transaction. Once the day has begun nobody moves any more: a letter would come too late.
 */
export function moveUp(tx: Tx, context: Context, event: Pick<PitchEvent, 'id' | 'startsAt'>): void {
  if (context.now >= event.startsAt) return;
  const parties = partiesOf(tx, event.id);
  const byId = new Map(parties.map((party) => [party.id, party]));
  for (const id of movingUp(findOffer(tx, event.id)?.places ?? null, parties)) {
    const party = byId.get(id);
    invariant(party !== undefined, 'who moves up was on the list');
    const sayNoBy = sayNoUntil(context.now, event.startsAt);
    invariant(changeParty(tx, party, { state: 'coming', sayNoBy }), 'read and changed in one transaction');
    promise(tx, context, { kind: 'party-told', subjectId: id, detail: { about: 'moved-up' } });
  }
}
