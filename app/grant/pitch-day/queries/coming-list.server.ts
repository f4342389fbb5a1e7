import type { Id } from '#app/kernel/id.ts';
import { type PageFrom, pageOfAll } from '#app/kernel/paging.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { PartyState } from '../rules/coming.ts';
import { type ComersCount, countComers } from '../rules/counting-comers.ts';
import { findAttendance, findOffer, type Party, partiesOf } from '../store/coming.server.ts';
import { type SignUpState, signUpState } from './day-of-call.server.ts';
import { ownEventOfCall } from './own-event.server.ts';
import { detailsOf, type PartyDetails } from './party-details.server.ts';

const COMERS_SHOWN = 100;

/** A party as those who prepare the day see it. */
export type Comer = PartyDetails &
  Pick<Party, 'id' | 'turn' | 'people' | 'children' | 'interpreter' | 'wantsTravelMoney' | 'sayNoBy' | 'cameAt'> & {
    readonly state: PartyState;
  };

export type ComingList = {
  readonly call: { readonly id: Id; readonly slug: string; readonly title: string; readonly timeZone: string };
  readonly event: { readonly title: string; readonly startsAt: number };
  /** Null when the day offers nothing yet, and nobody can sign up. */
  readonly signUp: SignUpState | null;
  readonly places: number | null;
  readonly interpreters: readonly string[];
  readonly numbers: ComersCount;
  readonly erasedAt: number | null;
  readonly comers: readonly Comer[];
};

/** Everybody who signed up, in turn, with what they need; null unless the signed-in person runs the day. */
export function comingList(context: Context, callId: Id): ComingList | null {
  const own = ownEventOfCall(context, callId);
  if (own === null) return null;
  const { call, event } = own;
  const offer = findOffer(context.db, event.id);
  const kept = findAttendance(context.db, event.id);
  const comers = partiesOf(context.db, event.id).map((party) => ({
    ...detailsOf(context, party),
    id: party.id,
    turn: party.turn,
    state: party.state,
    people: party.people,
    children: party.children,
    interpreter: party.interpreter,
    wantsTravelMoney: party.wantsTravelMoney,
    sayNoBy: party.sayNoBy,
    cameAt: party.cameAt,
  }));
  return {
    call: { id: call.id, slug: call.slug, title: call.title, timeZone: call.timeZone },
    event: { title: event.title, startsAt: event.startsAt },
    signUp: offer === null ? null : signUpState(context, { call, event, offer }),
    places: offer?.places ?? null,
    interpreters: offer?.interpreters ?? [],
    numbers:
      kept ??
      countComers(comers.map((comer) => ({ ...comer, hasFood: comer.food !== '', hasCome: comer.cameAt !== null }))),
    erasedAt: kept?.erasedAt ?? null,
    comers,
  };
}

/** A page of them, and who is at its edges: a list that changes while two people are at the door has no numbers. */
export function comersPage(comers: readonly Comer[], from: PageFrom | null) {
  const { rows, before, after } = pageOfAll(comers, ({ id }) => id, from, COMERS_SHOWN);
  return { rows, before: before?.id ?? null, after: after?.id ?? null };
}
