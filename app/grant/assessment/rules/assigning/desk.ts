import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { Burdens } from './burdens.ts';

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
  /** How much work they can be given, all they have already included: what they agreed to, and what the days allow. */
  readonly minutesMax: number;
  /** How much they agreed to altogether: the same, or more, where the days that are left allow no more. */
  readonly minutesAgreed: number;
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
  readonly held: number[][];
  readonly participantsNeeded: number;
  readonly reviews: number;
  /** Of each application: how many could take it when all was as it was before. */
  readonly choices: Int32Array;
  private readonly participants: Burdens;
  private readonly others: Burdens;
  private readonly isOpen: Uint8Array;
  private readonly isKept: Uint8Array;
  private readonly byParticipants: Int32Array;
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
    this.held = members.map(() => []);
    const openings = openingsOf(applications, members);
    this.isOpen = openings.isOpen;
    this.choices = openings.choices;
    const places = members.map((_, member) => member);
    this.participants = new Burdens(
      places.filter((member) => this.isParticipant[member] === 1),
      this,
    );
    this.others = new Burdens(
      places.filter((member) => this.isParticipant[member] === 0),
      this,
    );
    this.isKept = new Uint8Array(this.isOpen.length);
    this.byParticipants = new Int32Array(applications.length);
    this.together = new Int32Array(members.length ** 2);
    const placed = (pairs: readonly Pair[]) => pairs.flatMap((pair) => placeOf(pair, applicationAt, memberAt));
    const tied = new Set<number>();
    for (const { application, member } of placed(facts.barred)) {
      tied.add(this.at(application, member));
      this.close(application, member);
    }
    for (const { application, member } of placed(facts.kept)) {
      const at = this.at(application, member);
      if (tied.has(at)) continue;
      this.isKept[at] = 1;
      this.choices[application] = (this.choices[application] as number) - (this.isOpen[at] as number);
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
    return (this.given[application] as number[]).includes(member);
  }

  /** What was given out before this plan never moves. */
  mayMove(application: number, member: number): boolean {
    return this.isKept[this.at(application, member)] === 0;
  }

  /** Of those who may and can take it and suit: whoever would be the least burdened by it. */
  leastBurdened(application: number, who: 'participants' | 'all', suits: (member: number) => boolean): number | null {
    const one = this.leastAmong(this.participants, application, suits);
    const other = who === 'all' ? this.leastAmong(this.others, application, suits) : null;
    if (one === null || other === null) return one ?? other;
    const minutes = this.minutes[application] as number;
    const [burden, otherBurden] = [this.participants.with(one, minutes), this.others.with(other, minutes)];
    return burden < otherBurden || (burden === otherBurden && one < other) ? one : other;
  }

  private leastAmong(members: Burdens, application: number, suits: (member: number) => boolean): number | null {
    return members.leastWith(
      this.minutes[application] as number,
      (member) => this.mayTake(application, member) && this.hasMinutes(application, member) && suits(member),
    );
  }

  participantsOn(application: number): number {
    return this.byParticipants[application] as number;
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
    (this.held[member] as number[]).push(application);
  }

  take(application: number, member: number): void {
    remove(this.given[application] as number[], member);
    remove(this.held[member] as number[], application);
    this.count(application, member, -1);
  }

  private close(application: number, member: number): void {
    const at = this.at(application, member);
    this.choices[application] = (this.choices[application] as number) - (this.isOpen[at] as number);
    this.isOpen[at] = 0;
  }

  private count(application: number, member: number, by: 1 | -1): void {
    this.byParticipants[application] = this.participantsOn(application) + by * (this.isParticipant[member] as number);
    this.burdensOf(member).add(member, by * (this.minutes[application] as number));
    for (const other of this.given[application] as number[]) {
      const [one, two] = [member * this.members + other, other * this.members + member];
      this.together[one] = (this.together[one] as number) + by;
      this.together[two] = (this.together[two] as number) + by;
    }
  }

  private burdensOf(member: number): Burdens {
    return this.isParticipant[member] === 1 ? this.participants : this.others;
  }

  private at(application: number, member: number): number {
    return application * this.members + member;
  }
}

function remove(list: number[], one: number): void {
  list.splice(list.indexOf(one), 1);
}

/** Nothing where either is not, or no longer, of this panel. */
function placeOf(
  { applicationId, memberId }: Pair,
  applicationAt: ReadonlyMap<Id, number>,
  memberAt: ReadonlyMap<Id, number>,
): { application: number; member: number }[] {
  const [application, member] = [applicationAt.get(applicationId), memberAt.get(memberId)];
  return application === undefined || member === undefined ? [] : [{ application, member }];
}

function placesOf(listed: readonly { readonly id: Id }[]): Map<Id, number> {
  return new Map(listed.map(({ id }, place) => [id, place]));
}

/** Applications in the same languages are open to the same members: looked up once for all of them. */
function openingsOf(
  applications: readonly ToReview[],
  members: readonly Reviewer[],
): { isOpen: Uint8Array; choices: Int32Array } {
  const reads = members.map((member) => new Set(member.reads));
  const readers = new Map<string, { can: Uint8Array; count: number }>();
  const isOpen = new Uint8Array(applications.length * members.length);
  const choices = new Int32Array(applications.length);
  for (const [application, { languages }] of applications.entries()) {
    const key = JSON.stringify(languages);
    const { can, count } = readers.get(key) ?? readersOf(languages, reads);
    readers.set(key, { can, count });
    isOpen.set(can, application * members.length);
    choices[application] = count;
  }
  return { isOpen, choices };
}

function readersOf(languages: readonly string[], reads: readonly ReadonlySet<string>[]) {
  const can = Uint8Array.from(reads, (theirs) => Number(languages.some((language) => theirs.has(language))));
  return { can, count: can.reduce((sum, one) => sum + one, 0) };
}
