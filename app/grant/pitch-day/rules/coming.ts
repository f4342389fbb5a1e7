import type { Id } from '#app/kernel/id.ts';
import { DAY, HOUR, type Instant } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { hasReached, type PollState } from './poll-state.ts';

export type PartyState = 'coming' | 'waiting' | 'cancelled';

/** Who comes together, as far as places are concerned; `turn` is the order of signing up. */
export type Queued = {
  readonly id: Id;
  readonly turn: number;
  readonly state: PartyState;
  readonly people: number;
};

/** As many as sit down together without anybody asking first. */
export const PARTY_PEOPLE_MAX = 8;
/** A hall with more needs ushers and another program. */
export const PLACES_MAX = 5000;
/** A flood of invented names ends here, long after the largest hall and its waiting list. */
export const PARTIES_MAX = 3000;
export const QUESTION_MINUTES_MAX = 30;
/** Long enough for thank-you letters and for travel money; then the names go. */
export const NAMES_KEPT_FOR = 30 * DAY;
export const REMINDED_BEFORE = 2 * DAY;

const ASKED_FOR = 2 * DAY;
const LAST_ASKED_BEFORE = HOUR;

/** People who have a place. */
export function peopleComing(parties: readonly Queued[]): number {
  return parties.filter(({ state }) => state === 'coming').reduce((sum, { people }) => sum + people, 0);
}

/**
 * How many more people may come; null when there is no limit.
 *
 * @param places  people; null for no limit
 */
export function placesFree(places: number | null, parties: readonly Queued[]): number | null {
  return places === null ? null : Math.max(places - peopleComing(parties), 0);
}

/** Where somebody who signs up now begins: among those who come only when nobody waits and all of them fit. */
export function stateOnEntry(places: number | null, parties: readonly Queued[], people: number): 'coming' | 'waiting' {
  if (parties.some(({ state }) => state === 'waiting')) return 'waiting';
  return fits(placesFree(places, parties), people) ? 'coming' : 'waiting';
}

/** The turn after everybody's, also of those who cancelled. */
export function nextTurn(parties: readonly Queued[]): number {
  return parties.reduce((last, { turn }) => Math.max(last, turn), 0) + 1;
}

/**
 * Who moves up into the free places: the first who wait, strictly in turn. The first party that does not fit ends it,
 * however small the one behind: a large family would otherwise wait for ever.
 *
 * @returns ids in turn
 */
export function movingUp(places: number | null, parties: readonly Queued[]): Id[] {
  let free = placesFree(places, parties);
  const moved: Id[] = [];
  const waiting = parties.filter(({ state }) => state === 'waiting').toSorted((one, other) => one.turn - other.turn);
  for (const party of waiting) {
    if (!fits(free, party.people)) break;
    moved.push(party.id);
    if (free !== null) free -= party.people;
  }
  return moved;
}

/**
 * What becomes of a party that says another number of people.
 *
 * Fewer is always possible. More takes places, and nobody may take them from somebody who waits already: a party with
 * places is refused and keeps what it has; a party that waits goes to the end.
 */
export function decideNumber(
  places: number | null,
  parties: readonly Queued[],
  party: Queued,
  people: number,
): Outcome<'stays' | 'to-the-end', 'no-more-places'> {
  if (people <= party.people) return done('stays');
  const others = parties.filter(({ id }) => id !== party.id);
  if (party.state === 'waiting') {
    const isLast = others.every(({ state, turn }) => state !== 'waiting' || turn < party.turn);
    return done(isLast ? 'stays' : 'to-the-end');
  }
  if (party.state === 'cancelled') return done('stays');
  return stateOnEntry(places, others, people) === 'coming' ? done('stays') : refused('no-more-places');
}

/** May the hall have this many places? Those who were promised one keep it. */
export function decidePlaces(
  places: number | null,
  parties: readonly Queued[],
): Outcome<'possible', 'places-promised'> {
  return places !== null && places < peopleComing(parties) ? refused('places-promised') : done('possible');
}

/**
 * Until when a party that moves up is asked to say no: two days, or until an hour before the start. Whoever moves up
 * later than that is asked at once.
 */
export function sayNoUntil(now: Instant, startsAt: Instant): Instant {
  return Math.max(now, Math.min(now + ASKED_FOR, startsAt - LAST_ASKED_BEFORE));
}

/** A day that nobody ever ended is over by then: no evening is longer. */
const LONGEST = DAY;

/** How far a pitch day is, as everybody may know: before it, in it, between the close of the vote and its result, after it. */
export function dayStanding(
  event: { readonly startsAt: Instant; readonly state: 'planned' | 'running' | 'over' },
  poll: PollState | null,
  now: Instant,
): 'coming' | 'running' | 'counting' | 'over' {
  if (event.state === 'over' || (poll !== null && hasReached(poll, 'revealed'))) return 'over';
  if (poll === 'closed') return 'counting';
  if (event.state === 'running') return 'running';
  if (now >= event.startsAt + LONGEST) return 'over';
  return now >= event.startsAt ? 'running' : 'coming';
}

/** Why nobody can sign up just now; null when they can. */
export function signUpEnded(
  offer: { readonly isClosed: boolean; readonly signUpClosesAt: Instant | null },
  event: { readonly startsAt: Instant; readonly state: 'planned' | 'running' | 'over' },
  now: Instant,
): 'by-hand' | 'date' | 'begun' | null {
  if (now >= event.startsAt || event.state === 'over') return 'begun';
  if (offer.isClosed) return 'by-hand';
  return offer.signUpClosesAt !== null && now >= offer.signUpClosesAt ? 'date' : null;
}

function fits(free: number | null, people: number): boolean {
  return free === null || people <= free;
}
