import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { ownEventOfCall } from '../queries/own-event.server.ts';
import { detailsOf, partyKeyHash, sealDetails } from '../queries/party-details.server.ts';
import { decideNumber, nextTurn, stateOnEntry } from '../rules/coming.ts';
import { changeParty, findOffer, findParty, findPartyByLink, type Party, partiesOf } from '../store/coming.server.ts';
import { findEvent, type PitchEvent } from '../store.server.ts';
import { moveUp } from './move-up.server.ts';
import type { PartyWishes } from './sign-up-party.server.ts';

/** Whoever has the secret of the link, or a manager of the call. */
export type PartyKey = { readonly key: string } | { readonly callId: Id; readonly partyId: Id };

type Refusal = 'not-found' | 'day-begun' | 'moved-on';

/** What a party may say anew by its link; its contact stays, because that is who it is. */
export type NewWishes = Omit<PartyWishes, 'email' | 'phone'>;

/**
 * Changes what a party has said.
 *
 * @param version  of the page it was typed into
 */
export function changeWishes(
  context: Context,
  at: PartyKey,
  version: number,
  wishes: NewWishes,
): Outcome<Party['state'], Refusal | 'no-more-places'> {
  return context.transact((tx) => {
    const found = find(tx, context, at);
    if (found === null) return refused('not-found');
    const { party, event } = found;
    if (context.now >= event.startsAt) return refused('day-begun');
    const { people, interpreter, children, wantsTravelMoney, name, food, toKnow } = wishes;
    const parties = partiesOf(tx, event.id);
    const decision = decideNumber(findOffer(tx, event.id)?.places ?? null, parties, party, people);
    if (!decision.ok) return decision;
    const { email, phone } = detailsOf(context, party);
    const isChanged = changeParty(
      tx,
      { id: party.id, version },
      {
        people,
        interpreter,
        children,
        wantsTravelMoney,
        sealed: sealDetails(context, { name, email, phone, food, toKnow }),
        turn: decision.value === 'to-the-end' ? nextTurn(parties) : party.turn,
      },
    );
    if (!isChanged) return refused('moved-on');
    moveUp(tx, context, event);
    return done(findParty(tx, party.id)?.state ?? party.state);
  });
}

/** The party does not come. What it freed goes to the first who wait. Saying it twice says it once. */
export function cancelParty(context: Context, at: PartyKey): Outcome<'cancelled', Refusal> {
  return context.transact((tx) => {
    const found = find(tx, context, at);
    if (found === null) return refused('not-found');
    const { party, event } = found;
    if (party.state === 'cancelled') return done('cancelled');
    if (context.now >= event.startsAt) return refused('day-begun');
    invariant(changeParty(tx, party, { state: 'cancelled', sayNoBy: null }), 'read and changed in one transaction');
    moveUp(tx, context, event);
    return done('cancelled');
  });
}

/** A party that cancelled comes after all: with a place while there are free ones, else at the end of those who wait. */
export function comeAfterAll(context: Context, at: PartyKey): Outcome<Party['state'], Refusal> {
  return context.transact((tx) => {
    const found = find(tx, context, at);
    if (found === null) return refused('not-found');
    const { party, event } = found;
    if (party.state !== 'cancelled') return done(party.state);
    if (context.now >= event.startsAt) return refused('day-begun');
    const parties = partiesOf(tx, event.id);
    const state = stateOnEntry(findOffer(tx, event.id)?.places ?? null, parties, party.people);
    invariant(changeParty(tx, party, { state, turn: nextTurn(parties) }), 'read and changed in one transaction');
    if (detailsOf(context, party).email !== null)
      promise(tx, context, { kind: 'party-told', subjectId: party.id, detail: { about: 'signed-up' } });
    return done(state);
  });
}

/**
 * Marks that a party is there, or takes the mark back. It says what is so, not what to toggle: two people at the door
 * who press the same button mean the same. Also somebody who waited or had cancelled may stand at the door.
 */
export function markCame(context: Context, callId: Id, partyId: Id, isThere: boolean): Outcome<'marked', 'not-found'> {
  return context.transact((tx) => {
    const found = find(tx, context, { callId, partyId });
    if (found === null) return refused('not-found');
    const { party } = found;
    if ((party.cameAt !== null) === isThere) return done('marked');
    invariant(changeParty(tx, party, { cameAt: isThere ? context.now : null }), 'read and changed in one transaction');
    return done('marked');
  });
}

function find(tx: Tx, context: Context, at: PartyKey): { party: Party; event: PitchEvent } | null {
  if ('key' in at) {
    const party = findPartyByLink(tx, partyKeyHash(context, at.key));
    const event = party === null ? null : findEvent(tx, party.eventId);
    return party === null || event === null ? null : { party, event };
  }
  const own = ownEventOfCall(context, at.callId);
  const party = own === null ? null : findParty(tx, at.partyId);
  return own === null || party?.eventId !== own.event.id ? null : { party, event: own.event };
}
