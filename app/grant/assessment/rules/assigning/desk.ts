import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { AssignmentFacts, Pair } from './assignment-facts.ts';
import { Openings } from './openings.ts';

/**
 * Who has what, while it is being given out: the loads, who may still take what, and how often two members met.
 * Applications and members are places in the lists of the facts, and what is looked at for each review again and again
 * lies in arrays of numbers: among thousands of lists a large plan would mostly wait for memory.
 */
export class Desk {
  readonly applications: number;
  readonly members: number;
  readonly minutes: Float64Array;
  readonly minutesMax: Float64Array;
  readonly severity: Float64Array;
  readonly isParticipant: Uint8Array;
  readonly load: Float64Array;
  readonly participantsNeeded: number;
  readonly reviews: number;
  readonly openings: Openings;
  /** Of each application: how many had it before this plan. */
  private readonly kept: Int32Array;
  /** Of each application: how many have it. */
  private readonly taken: Int32Array;
  private readonly byParticipants: Int32Array;
  /** Who has it, application by application, those who had it before first. */
  private readonly seats: Int32Array;
  private readonly seatsEach: number;
  private readonly together: Int32Array;

  constructor(facts: AssignmentFacts) {
    const { applications, members } = facts;
    this.applications = applications.length;
    this.members = members.length;
    this.reviews = facts.reviews;
    this.participantsNeeded = Math.ceil((facts.reviews * facts.participantShareMin) / 100);
    this.minutes = Float64Array.from(applications.map(({ minutes }) => minutes));
    this.minutesMax = Float64Array.from(members.map(({ minutesMax }) => minutesMax));
    this.severity = Float64Array.from(members.map(({ severity }) => severity));
    this.isParticipant = Uint8Array.from(members.map(({ isParticipant }) => Number(isParticipant)));
    this.load = new Float64Array(members.length);
    this.openings = new Openings(applications, members);
    this.kept = new Int32Array(applications.length);
    this.taken = new Int32Array(applications.length);
    this.byParticipants = new Int32Array(applications.length);
    this.together = new Int32Array(members.length ** 2);
    const placed = placesOf(applications, members);
    for (const { application, member } of placed(facts.barred)) this.openings.tie(application, member);
    const kept = placed(facts.kept).filter(({ application, member }) => !this.openings.isTied(application, member));
    for (const { application } of kept) this.kept[application] = this.keptOf(application) + 1;
    const keptMost = this.kept.reduce((most, one) => Math.max(most, one), 0);
    this.seatsEach = Math.max(this.reviews, keptMost + this.participantsNeeded);
    this.seats = new Int32Array(applications.length * this.seatsEach);
    for (const { application, member } of kept) this.give(application, member);
  }

  /** The members who have it. */
  given(application: number): Int32Array {
    const first = application * this.seatsEach;
    return this.seats.subarray(first, first + this.givenOf(application));
  }

  /** How many have it. */
  givenOf(application: number): number {
    return this.taken[application] as number;
  }

  /** How many had it before: they sit first, and what was given out before stays. */
  keptOf(application: number): number {
    return this.kept[application] as number;
  }

  /** Who sits on one of its seats. */
  at(application: number, seat: number): number {
    return this.seats[application * this.seatsEach + seat] as number;
  }

  /** No tie, a language in common, and not theirs already; minutes are another matter. */
  mayTake(application: number, member: number): boolean {
    return !this.has(application, member) && this.openings.isOpen(application, member);
  }

  hasMinutes(application: number, member: number): boolean {
    return (this.load[member] as number) + (this.minutes[application] as number) <= (this.minutesMax[member] as number);
  }

  /** Share of what they agreed to, with so many minutes more; more than any for whoever agreed to none. */
  burden(member: number, minutes: number): number {
    const max = this.minutesMax[member] as number;
    return max === 0 ? Number.MAX_VALUE : ((this.load[member] as number) + minutes) / max;
  }

  participantsOn(application: number): number {
    return this.byParticipants[application] as number;
  }

  /** Whether they are one of the participants an application was promised. */
  isNeeded(application: number, member: number): boolean {
    return this.isParticipant[member] === 1 && this.participantsOn(application) <= this.participantsNeeded;
  }

  /** How many more reviews it wants. */
  missing(application: number): number {
    return Math.max(0, this.reviews - this.givenOf(application));
  }

  /** How many participants it lacks: where others took all seats before, they come in addition. */
  missingParticipants(application: number): number {
    return Math.max(0, this.participantsNeeded - this.participantsOn(application));
  }

  /** How many applications two members both have. */
  met(one: number, other: number): number {
    return this.together[one * this.members + other] as number;
  }

  /** How often somebody met, in all, those who would be beside them in a seat. */
  metBeside(application: number, seat: number, one: number): number {
    const { together, seats } = this;
    const row = one * this.members;
    const first = application * this.seatsEach;
    const end = first + this.givenOf(application);
    let met = 0;
    for (let at = first; at < end; at += 1) {
      if (at !== first + seat) met += together[row + (seats[at] as number)] as number;
    }
    return met;
  }

  give(application: number, member: number): void {
    invariant(!this.has(application, member), 'nobody is given an application twice');
    const seat = this.givenOf(application);
    invariant(seat < this.seatsEach, 'an application has a seat for each of its reviews');
    this.taken[application] = seat + 1;
    this.sit(application, seat, member);
  }

  /** Somebody else takes over a review, and with it the seat of whoever had it. */
  handOver(application: number, seat: number, heir: number): void {
    invariant(seat >= this.keptOf(application), 'what was given out before stays');
    invariant(!this.has(application, heir), 'nobody is given an application twice');
    this.count(application, seat, -1);
    this.sit(application, seat, heir);
  }

  private has(application: number, member: number): boolean {
    for (let seat = this.givenOf(application) - 1; seat >= 0; seat -= 1) {
      if (this.at(application, seat) === member) return true;
    }
    return false;
  }

  private sit(application: number, seat: number, member: number): void {
    this.seats[application * this.seatsEach + seat] = member;
    this.count(application, seat, 1);
  }

  private count(application: number, seat: number, by: 1 | -1): void {
    const { byParticipants, load, together, members } = this;
    const member = this.at(application, seat);
    byParticipants[application] = this.participantsOn(application) + by * (this.isParticipant[member] as number);
    load[member] = (load[member] as number) + by * (this.minutes[application] as number);
    for (let beside = this.givenOf(application) - 1; beside >= 0; beside -= 1) {
      if (beside === seat) continue;
      const other = this.at(application, beside);
      const met = this.met(member, other) + by;
      together[member * members + other] = met;
      together[other * members + member] = met;
    }
  }
}

type Placed = { readonly application: number; readonly member: number };

/** Where pairs are in the lists: nothing where either is not, or no longer, of this panel. */
function placesOf(applications: readonly { readonly id: Id }[], members: readonly { readonly id: Id }[]) {
  const applicationAt = new Map(applications.map(({ id }, place) => [id, place]));
  const memberAt = new Map(members.map(({ id }, place) => [id, place]));
  return (pairs: readonly Pair[]): Placed[] => {
    const placed: Placed[] = [];
    for (const { applicationId, memberId } of pairs) {
      const [application, member] = [applicationAt.get(applicationId), memberAt.get(memberId)];
      if (application !== undefined && member !== undefined) placed.push({ application, member });
    }
    return placed;
  };
}
