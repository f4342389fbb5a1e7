import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { ownEventOfCall } from '../queries/own-event.server.ts';
import { decidePlaces } from '../rules/coming.ts';
import { type DayOffer, findOffer, partiesOf, writeOffer } from '../store/coming.server.ts';
import type { PitchEvent } from '../store.server.ts';
import { moveUp } from './move-up.server.ts';

/** What a manager says the day offers those who come. */
export type OfferedDay = Omit<DayOffer, 'eventId' | 'isClosed' | 'remindedOf'>;

/**
 * Writes what a day offers; whoever waits moves up into places that are new.
 *
 * @param offer  left out, what was said before stays
 * @returns      'news' when those who come should hear of it
 */
export function writeDayOffer(
  tx: Tx,
  context: Context,
  event: Pick<PitchEvent, 'id' | 'startsAt'>,
  offer: OfferedDay | undefined,
): Outcome<'news' | 'no-news', 'places-promised'> {
  if (offer === undefined) return done('no-news');
  const possible = decidePlaces(offer.places, partiesOf(tx, event.id));
  if (!possible.ok) return possible;
  const before = findOffer(tx, event.id);
  const kept = { isClosed: before?.isClosed ?? false, remindedOf: before?.remindedOf ?? null };
  writeOffer(tx, { ...offer, ...kept, eventId: event.id });
  moveUp(tx, context, event);
  const told = ['questionSeconds', 'childcare', 'food', 'travelMoney'] as const;
  const isSame =
    before !== null &&
    told.every((name) => before[name] === offer[name]) &&
    before.interpreters.join() === offer.interpreters.join();
  return done(isSame ? 'no-news' : 'news');
}

/** Promises everybody who has a place or waits for one a letter with the plan as it is now. */
export function tellComers(tx: Tx, context: Context, eventId: Id): void {
  for (const party of partiesOf(tx, eventId))
    if (party.state !== 'cancelled')
      promise(tx, context, { kind: 'party-told', subjectId: party.id, detail: { about: 'plan-changed' } });
}

/** Closes sign-up by hand, or opens it again; those on the list stay on it. */
export function closeSignUp(context: Context, callId: Id, isClosed: boolean): Outcome<'written', 'not-found'> {
  return context.transact((tx) => {
    const own = ownEventOfCall(context, callId);
    const offer = own === null ? null : findOffer(tx, own.event.id);
    if (offer === null) return refused('not-found');
    writeOffer(tx, { ...offer, isClosed });
    return done('written');
  });
}
