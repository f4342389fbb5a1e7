import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';

/** An application that waits for reviews. */
export type ToReview = {
  readonly id: Id;
  /** What reading and watching it takes. */
  readonly minutes: number;
  /** Whoever reads one of them can review it: the language it is in, and those it was translated into. */
  readonly languages: readonly string[];
};

/** A member who can be given work. */
export type Reviewer = {
  readonly id: Id;
  readonly isParticipant: boolean;
  readonly reads: readonly string[];
  /** How much work they agreed to, all they have already included. */
  readonly minutesMax: number;
  /** How much more they give than others do, where a practice round or an earlier panel has told; else 0. */
  readonly severity: number;
};

export type Pair = { readonly applicationId: Id; readonly memberId: Id };

export type AssignmentFacts = {
  readonly applications: readonly ToReview[];
  readonly members: readonly Reviewer[];
  /** How many reviews each application gets. */
  readonly reviews: number;
  /** Whole percent of the reviews of each application. */
  readonly participantShareMin: number;
  /** Ties that were declared or found, whatever their level. */
  readonly barred: readonly Pair[];
  /** What was given out before: it stays with whom it is, begun or not, unless a tie has come to light since. */
  readonly kept: readonly Pair[];
};

/**
 * Who has what, while it is being given out: the loads, who may still take what, and how often two members met.
 * Applications and members are places in the lists of the facts.
 */
export class Desk {
  readonly applications: number;
  readonly members: number;
  readonly minutes: Float64Array;
  readonly minutesMax: Float64Array;
  readonly severity: Float64Array;
  readonly isParticipant: Uint8Array;
  readonly load: Float64Array;
  /** Of each application: the members who have it. */
  readonly given: number[][];
  /** Of each member: the applications they have. */
  readonly held: Set<number>[];
  readonly participantsNeeded: number;
  readonly reviews: number;
  private readonly isOpen: Uint8Array;
  private readonly isKept: Uint8Array;
  private readonly together: Int32Array;

  constructor(facts: AssignmentFacts) {
    const { applications, members } = facts;
    const applicationAt = placesOf(applications);
    const memberAt = placesOf(members);
    this.applications = applications.length;
    this.members = members.length;
    this.reviews = facts.reviews;
    this.participantsNeeded = Math.ceil((facts.reviews * facts.participantShareMin) / 100);
    this.minutes = Float64Array.from(applications, ({ minutes }) => minutes);
    this.minutesMax = Float64Array.from(members, ({ minutesMax }) => minutesMax);
    this.severity = Float64Array.from(members, ({ severity }) => severity);
    this.isParticipant = Uint8Array.from(members, ({ isParticipant }) => Number(isParticipant));
    this.load = new Float64Array(members.length);
    this.given = applications.map(() => []);
    this.held = members.map(() => new Set());
    this.isOpen = openings(applications, members);
    this.isKept = new Uint8Array(this.isOpen.length);
    this.together = new Int32Array(members.length ** 2);
    const tied = new Set(facts.barred.map(pairKey));
    for (const { applicationId, memberId } of facts.barred) {
      const [application, member] = [applicationAt.get(applicationId), memberAt.get(memberId)];
      if (application !== undefined && member !== undefined) this.isOpen[this.at(application, member)] = 0;
    }
    for (const { applicationId, memberId } of facts.kept) {
      const [application, member] = [applicationAt.get(applicationId), memberAt.get(memberId)];
      if (application === undefined || member === undefined || tied.has(pairKey({ applicationId, memberId }))) continue;
      this.isKept[this.at(application, member)] = 1;
      this.give(application, member);
    }
  }

  /** No tie, a language in common, and not theirs already; minutes are another matter. */
  mayTake(application: number, member: number): boolean {
    return this.isOpen[this.at(application, member)] === 1 && !this.has(application, member);
  }

  hasMinutes(application: number, member: number): boolean {
    return (this.load[member] as number) + (this.minutes[application] as number) <= (this.minutesMax[member] as number);
  }

  has(application: number, member: number): boolean {
    return (this.held[member] as Set<number>).has(application);
  }

  /** What was given out before this plan never moves. */
  mayMove(application: number, member: number): boolean {
    return this.isKept[this.at(application, member)] === 0;
  }

  participantsOn(application: number): number {
    return (this.given[application] as number[]).filter((member) => this.isParticipant[member] === 1).length;
  }

  /**
   * How many more reviews are wanted, and how many of them, or beyond them, from participants: where others took all
   * seats before, a participant comes in addition.
   */
  missing(application: number): { reviews: number; participants: number } {
    return {
      reviews: Math.max(0, this.reviews - (this.given[application] as number[]).length),
      participants: Math.max(0, this.participantsNeeded - this.participantsOn(application)),
    };
  }

  /** How many applications two members both have. */
  met(one: number, other: number): number {
    return this.together[one * this.members + other] as number;
  }

  give(application: number, member: number): void {
    invariant(!this.has(application, member), 'nobody is given an application twice');
    this.count(application, member, 1);
    (this.given[application] as number[]).push(member);
    (this.held[member] as Set<number>).add(application);
  }

  take(application: number, member: number): void {
    const given = this.given[application] as number[];
    given.splice(given.indexOf(member), 1);
    (this.held[member] as Set<number>).delete(application);
    this.count(application, member, -1);
  }

  private count(application: number, member: number, by: 1 | -1): void {
    this.load[member] = (this.load[member] as number) + by * (this.minutes[application] as number);
    for (const other of this.given[application] as number[]) {
      for (const at of [member * this.members + other, other * this.members + member])
        this.together[at] = (this.together[at] as number) + by;
    }
  }

  private at(application: number, member: number): number {
    return application * this.members + member;
  }
}

function pairKey({ applicationId, memberId }: Pair): string {
  return JSON.stringify([applicationId, memberId]);
}

function placesOf(listed: readonly { readonly id: Id }[]): Map<Id, number> {
  return new Map(listed.map(({ id }, place) => [id, place]));
}

function openings(applications: readonly ToReview[], members: readonly Reviewer[]): Uint8Array {
  const reads = members.map((member) => new Set(member.reads));
  const isOpen = new Uint8Array(applications.length * members.length);
  for (const [application, { languages }] of applications.entries()) {
    for (const [member, theirs] of reads.entries()) {
      if (languages.some((language) => theirs.has(language))) isOpen[application * members.length + member] = 1;
    }
  }
  return isOpen;
}
