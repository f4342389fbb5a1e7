import type { Id } from '#app/kernel/id.ts';
import { DAY, type Instant } from '#app/kernel/instant.ts';
import { type Minor, sumMinor } from '#app/kernel/money.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { type AwardState, type Offer, standingOf } from './answering.ts';
import type { OutcomeName } from './deciding.ts';

/** Two weeks: time to read it with somebody, and to ask. */
export const RESPOND_WITHIN = 14 * DAY;

/** The moment an offer made now lapses. */
export function respondBy(offeredAt: Instant): Instant {
  return offeredAt + RESPOND_WITHIN;
}

type Amount = { readonly amountMinor: Minor };

/** What the pot still holds when every open and accepted offer is paid. A lapsed or refused offer frees its money. */
export function freeInPot(potMinor: Minor, offers: readonly (Offer & Amount)[], now: Instant): Minor {
  return potMinor - sumMinor(liveOffers(offers, now).map((offer) => offer.amountMinor));
}

/** Offers that are open or accepted at a moment: they hold their place. */
export function liveOffers<Any extends Offer>(offers: readonly Any[], now: Instant): Any[] {
  const live: readonly AwardState[] = ['offered', 'accepted'];
  return offers.filter((offer) => live.includes(standingOf(offer, now)));
}

export type Waiting = { readonly applicationId: Id; readonly outcome: OutcomeName; readonly position: number | null };

/** Who is next on the reserve list: best place first, without those who were offered one or told that there is none. */
export function nextInReserve(outcomes: readonly Waiting[], settledIds: ReadonlySet<Id>): Id | null {
  const waiting = outcomes
    .filter((entry) => entry.outcome === 'reserve' && !settledIds.has(entry.applicationId))
    .toSorted((one, other) => (one.position ?? 0) - (other.position ?? 0));
  return waiting[0]?.applicationId ?? null;
}

export type ReserveRefusal =
  | 'not-released'
  | 'not-next'
  | 'no-place-free'
  | 'amount-missing'
  | 'amount-above-asked'
  | 'pot-exceeded';

/** A place that came free goes to the next group in the published order, with what is left in the pot. */
export function decideReserveOffer(
  facts: {
    readonly isReleased: boolean;
    readonly nextId: Id | null;
    readonly liveOffers: number;
    /** As many as were decided, or planned if that is more. */
    readonly places: number;
    readonly freeMinor: Minor;
    readonly askedMinor: Minor;
  },
  offer: { readonly applicationId: Id; readonly amountMinor: Minor },
): Outcome<'offered', ReserveRefusal> {
  if (!facts.isReleased) return refused('not-released');
  if (facts.nextId !== offer.applicationId) return refused('not-next');
  if (facts.liveOffers >= facts.places) return refused('no-place-free');
  if (offer.amountMinor <= 0) return refused('amount-missing');
  if (offer.amountMinor > facts.askedMinor) return refused('amount-above-asked');
  if (offer.amountMinor > facts.freeMinor) return refused('pot-exceeded');
  return done('offered');
}

/** A group that missed the date may be offered the same again while nobody else holds its place and money. */
export function decideOfferAgain(
  offer: Offer & Amount,
  facts: { readonly liveOffers: number; readonly places: number; readonly freeMinor: Minor },
  now: Instant,
): Outcome<'offered', 'not-lapsed' | 'no-place-free' | 'pot-exceeded'> {
  if (standingOf(offer, now) !== 'lapsed') return refused('not-lapsed');
  if (facts.liveOffers >= facts.places) return refused('no-place-free');
  if (offer.amountMinor > facts.freeMinor) return refused('pot-exceeded');
  return done('offered');
}
