import { type Id, isId } from '#app/kernel/id.ts';
import { HOUR } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { limitPerStore } from '#app/platform/rate-limit.server.ts';
import { dayOfCall } from '../queries/day-of-call.server.ts';
import { ownEventOfCall } from '../queries/own-event.server.ts';
import {
  contactHash,
  type PartyDetails,
  partyKey,
  partyKeyHash,
  sealDetails,
} from '../queries/party-details.server.ts';
import { nextTurn, PARTIES_MAX, signUpEnded, stateOnEntry } from '../rules/coming.ts';
import {
  type DayOffer,
  findAttendance,
  findOffer,
  findParty,
  findPartyByContact,
  insertParty,
  type Party,
  partiesOf,
} from '../store/coming.server.ts';
import type { PitchEvent } from '../store.server.ts';

/** Who comes and what they need; everything but the name, one contact and the number may be empty. */
export type PartyWishes = PartyDetails & {
  readonly people: number;
  readonly interpreter: string | null;
  readonly children: number;
  readonly wantsTravelMoney: boolean;
};

export type SignUpRefusal = 'not-found' | 'sign-up-ended' | 'too-many';

/** A contact has so many letters an hour, whoever types it in; counted by its hash. */
const letters = limitPerStore<Context['db']>(3, HOUR);

/**
 * Signs a party up for the day of a call, without an account.
 *
 * The answer is the same for a contact that is on the list already: only the letter to it says so, and nothing of what
 * it said before is changed.
 *
 * @param partyId  made for the form, so that the same form sent twice signs up once
 */
export function signUpParty(
  context: Context,
  slug: string,
  partyId: Id,
  wishes: PartyWishes,
): Outcome<'received', SignUpRefusal> {
  const day = dayOfCall(context, slug);
  if (!isId(partyId) || day?.event == null || day.offer === null) return refused('not-found');
  const { event, offer } = day;
  if (signUpEnded(offer, event, context.now) !== null) return refused('sign-up-ended');
  return context.transact((tx) => {
    if (findParty(tx, partyId) !== null) return done('received');
    const hash = contactHash(context, wishes);
    const mayWrite = wishes.email !== null && letters(context.db).allows(hash, context.now);
    const known = findPartyByContact(tx, event.id, hash);
    if (known !== null) {
      if (mayWrite) promise(tx, context, { kind: 'party-told', subjectId: known.id, detail: { about: 'again' } });
      return done('received');
    }
    const added = add(tx, context, { partyId, event, offer, wishes, addedBy: null });
    if (!added.ok) return added;
    if (mayWrite) promise(tx, context, { kind: 'party-told', subjectId: partyId, detail: { about: 'signed-up' } });
    return done('received');
  });
}

/** A manager adds somebody who called. Nobody overtakes by telephone either. */
export function addParty(
  context: Context,
  callId: Id,
  partyId: Id,
  wishes: PartyWishes,
): Outcome<Party['state'], 'not-found' | 'no-offer' | 'over' | 'known-contact' | 'too-many'> {
  return context.transact((tx) => {
    const own = ownEventOfCall(context, callId);
    if (own === null || context.actor === null || !isId(partyId)) return refused('not-found');
    const { event } = own;
    const offer = findOffer(tx, event.id);
    if (offer === null) return refused('no-offer');
    if (findAttendance(tx, event.id) !== null) return refused('over');
    const before = findParty(tx, partyId);
    if (before !== null) return before.eventId === event.id ? done(before.state) : refused('not-found');
    if (findPartyByContact(tx, event.id, contactHash(context, wishes)) !== null) return refused('known-contact');
    const added = add(tx, context, { partyId, event, offer, wishes, addedBy: context.actor.personId });
    if (!added.ok) return added;
    if (wishes.email !== null)
      promise(tx, context, { kind: 'party-told', subjectId: partyId, detail: { about: 'signed-up' } });
    return added;
  });
}

type Addition = {
  readonly partyId: Id;
  readonly event: Pick<PitchEvent, 'id'>;
  readonly offer: Pick<DayOffer, 'places'>;
  readonly wishes: PartyWishes;
  readonly addedBy: Id | null;
};

function add(
  tx: Tx,
  context: Context,
  { partyId, event, offer, wishes, addedBy }: Addition,
): Outcome<Party['state'], 'too-many'> {
  const parties = partiesOf(tx, event.id);
  if (parties.length >= PARTIES_MAX) return refused('too-many');
  const { people, interpreter, children, wantsTravelMoney, ...details } = wishes;
  const state = stateOnEntry(offer.places, parties, people);
  insertParty(tx, {
    id: partyId,
    eventId: event.id,
    turn: nextTurn(parties),
    state,
    people,
    sealed: sealDetails(context, details),
    contactHash: contactHash(context, details),
    linkHash: partyKeyHash(context, partyKey(context, partyId)),
    interpreter,
    children,
    wantsTravelMoney,
    language: context.language,
    addedBy,
    signedUpAt: context.now,
    sayNoBy: null,
    cameAt: null,
    version: 1,
  });
  return done(state);
}
