import type { Context } from '#app/platform/context.server.ts';
import { type CallFacts, callBySlug } from '../../call/queries/call-facts.server.ts';
import { placesFree, signUpEnded } from '../rules/coming.ts';
import { type DayOffer, findOffer, partiesOf } from '../store/coming.server.ts';
import { findEventOfCall, type PitchEvent } from '../store.server.ts';

/** The pitch day of a published call, as anybody may know it. */
export type DayOfCall = {
  readonly call: CallFacts;
  /** Null until somebody has planned it. */
  readonly event: PitchEvent | null;
  readonly offer: DayOffer | null;
};

/** Null unless the call is published and has a pitch day. */
export function dayOfCall(context: Pick<Context, 'db'>, slug: string): DayOfCall | null {
  const call = callBySlug(context, slug);
  if (call === null || call.state !== 'published' || !call.hasPitchDay) return null;
  const event = findEventOfCall(context.db, call.id);
  return { call, event, offer: event === null ? null : findOffer(context.db, event.id) };
}

export type SignUpState = 'not-planned' | 'open' | 'full' | 'by-hand' | 'date' | 'begun';

/**
 * Whether somebody can sign up now, and whether they would wait. Not how many places are left: a number that does not
 * move when an address is typed in would tell that it was there already.
 */
export function signUpState(context: Context, { event, offer }: DayOfCall): SignUpState {
  if (event === null || offer === null) return 'not-planned';
  const ended = signUpEnded(offer, event, context.now);
  if (ended !== null) return ended;
  const parties = partiesOf(context.db, event.id);
  return parties.some(({ state }) => state === 'waiting') || placesFree(offer.places, parties) === 0 ? 'full' : 'open';
}
