import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type CallFacts, callById } from '../../call/queries/call-facts.server.ts';
import { type DayOffer, findOffer, findParty, findPartyByLink, type Party } from '../store/coming.server.ts';
import { findEvent, type PitchEvent } from '../store.server.ts';
import { detailsOf, type PartyDetails, partyKey, partyKeyHash } from './party-details.server.ts';

/** A party with its day, for its letters and for the page behind its link. */
export type PartyMatter = {
  readonly party: Party;
  readonly details: PartyDetails;
  /** Of the link. */
  readonly key: string;
  readonly event: PitchEvent;
  readonly offer: DayOffer;
  readonly call: CallFacts;
  readonly isOver: boolean;
};

/** For letters, so no actor is checked; null once the names are erased. */
export function partyMatter(context: Context, partyId: Id): PartyMatter | null {
  return matterOf(context, findParty(context.db, partyId));
}

/** Whoever has the key may see this party; null for a key that opens none. */
export function partyByKey(context: Context, key: string): PartyMatter | null {
  return matterOf(context, findPartyByLink(context.db, partyKeyHash(context, key)));
}

function matterOf(context: Context, party: Party | null): PartyMatter | null {
  const event = party === null ? null : findEvent(context.db, party.eventId);
  const offer = event === null ? null : findOffer(context.db, event.id);
  const call = event === null ? null : callById(context, event.callId);
  if (party === null || event === null || offer === null || call === null) return null;
  const isOver = context.now >= event.startsAt;
  return { party, details: detailsOf(context, party), key: partyKey(context, party.id), event, offer, call, isOver };
}
