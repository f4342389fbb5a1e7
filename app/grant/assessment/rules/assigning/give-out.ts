import { Burdens } from './burdens.ts';
import type { Desk } from './desk.ts';

/**
 * Gives out what is still wanted, one review of every application before the second of any: whatever runs out, no
 * application is left behind the others. Each goes to whoever would be the least burdened by it.
 *
 * @param order  which application comes first where several could; those with the fewest possible reviewers go before
 */
export function giveOut(desk: Desk, order: readonly number[]): void {
  const choices = new Int32Array(desk.applications).map((_, application) => choicesOf(desk, application));
  const queue = order.toSorted((one, other) => (choices[one] as number) - (choices[other] as number));
  const giving = new Giving(desk);
  const promised = (application: number) => desk.missingParticipants(application);
  const open = (application: number) => desk.missing(application) - promised(application);
  // What has to come from participants first, while they still have time for it; what is missing of theirs stays free.
  fill(giving, queue, promised, 'participants');
  fill(giving, queue, open, 'all');
}

/** How many could take it, when all is as it was before. */
function choicesOf(desk: Desk, application: number): number {
  let choices = desk.openings.count(application);
  for (let seat = 0; seat < desk.keptOf(application); seat += 1) {
    choices -= Number(desk.openings.isOpen(application, desk.at(application, seat)));
  }
  return choices;
}

type Who = 'participants' | 'all';

/** Those who lack the most come first, one review at a time. */
function fill(giving: Giving, queue: readonly number[], wanted: (application: number) => number, who: Who): void {
  const hopeless = new Set<number>();
  for (let lacking = giving.desk.reviews; lacking >= 1; lacking -= 1) {
    for (const application of queue) {
      // Whoever found nobody will find nobody later: there is less and less to find.
      if (hopeless.has(application) || wanted(application) < lacking) continue;
      if (!giving.place(application, who)) hopeless.add(application);
    }
  }
}

/** So many moves are looked at for one review: when time is short everywhere, more would find as little. */
const MOVES_MAX = 500;

/** Members who read the same and are all participants, or none of them is: but for ties, what one may take all may. */
type Kind = { readonly members: readonly number[]; readonly isParticipant: boolean; readonly burdens: Burdens };

/** A desk while reviews are put on it, with what finds the least burdened member quickly. */
class Giving {
  readonly desk: Desk;
  private readonly kinds: readonly Kind[];
  /** Of each member: theirs. */
  private readonly kindOf: readonly Kind[];
  /** Of each member: what was put on their desk here, and may move. */
  private readonly held: number[][];

  constructor(desk: Desk) {
    this.desk = desk;
    this.kinds = kindsOf(desk);
    this.kindOf = this.kinds
      .flatMap((kind) => kind.members.map((member) => ({ member, kind })))
      .toSorted((one, other) => one.member - other.member)
      .map(({ kind }) => kind);
    this.held = this.kindOf.map(() => []);
  }

  /** @returns whether somebody has it now */
  place(application: number, who: Who): boolean {
    const member = this.leastBurdened(application, who);
    if (member === null) return this.makeRoom(application, who);
    this.give(application, member);
    return true;
  }

  /** Somebody who could review it has no time left: another of theirs goes to somebody who has. */
  private makeRoom(application: number, who: Who): boolean {
    const { desk } = this;
    const minutes = desk.minutes[application] as number;
    let looks = 0;
    for (let member = 0; member < desk.members; member += 1) {
      if (who === 'participants' && desk.isParticipant[member] === 0) continue;
      if (!desk.mayTake(application, member)) continue;
      for (const other of this.held[member] as number[]) {
        const freed = (desk.load[member] as number) - (desk.minutes[other] as number);
        if (freed + minutes > (desk.minutesMax[member] as number)) continue;
        looks += 1;
        if (looks > MOVES_MAX) return false;
        const heir = this.leastBurdened(other, desk.isNeeded(other, member) ? 'participants' : 'all');
        if (heir === null) continue;
        this.handOver(other, member, heir);
        this.give(application, member);
        return true;
      }
    }
    return false;
  }

  /** Of those who may and can take it: whoever would be the least burdened by it. */
  private leastBurdened(application: number, who: Who): number | null {
    let best: number | null = null;
    for (const { isParticipant, members, burdens } of this.kinds) {
      if (who === 'participants' && !isParticipant) continue;
      if (this.desk.openings.reads(application, members[0] as number)) best = burdens.leastFor(application, best);
    }
    return best;
  }

  private give(application: number, member: number): void {
    this.desk.give(application, member);
    (this.held[member] as number[]).push(application);
    this.burdensOf(member).note(member);
  }

  private handOver(application: number, member: number, heir: number): void {
    const held = this.held[member] as number[];
    this.desk.handOver(application, this.desk.given(application).indexOf(member), heir);
    held.splice(held.indexOf(application), 1);
    (this.held[heir] as number[]).push(application);
    for (const one of [member, heir]) this.burdensOf(one).note(one);
  }

  private burdensOf(member: number): Burdens {
    return (this.kindOf[member] as Kind).burdens;
  }
}

function kindsOf(desk: Desk): Kind[] {
  const lengths = {
    shortest: desk.minutes.reduce((least, one) => Math.min(least, one), Infinity),
    longest: desk.minutes.reduce((most, one) => Math.max(most, one), 0),
  };
  const byKind = Map.groupBy(
    desk.isParticipant.keys(),
    (member) => `${desk.isParticipant[member]} ${desk.openings.readingOf(member)}`,
  );
  return [...byKind.values()].map((members) => ({
    members,
    isParticipant: desk.isParticipant[members[0] as number] === 1,
    burdens: new Burdens(desk, members, lengths),
  }));
}
