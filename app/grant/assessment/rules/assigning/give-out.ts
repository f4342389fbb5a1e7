import type { Desk } from './desk.ts';

/**
 * Gives out what is still wanted, one review of every application before the second of any: whatever runs out, no
 * application is left behind the others. Each goes to whoever would be the least burdened by it.
 *
 * @param order  which application comes first where several could; those with the fewest possible reviewers go before
 */
export function giveOut(desk: Desk, order: readonly number[]): void {
  const choices = order.map((application) => {
    let count = 0;
    for (let member = 0; member < desk.members; member += 1) count += Number(desk.mayTake(application, member));
    return { application, count };
  });
  const queue = choices.toSorted((one, other) => one.count - other.count).map(({ application }) => application);
  // What has to come from participants first, while they still have time for it; what is missing of theirs stays free.
  fill(desk, queue, (application) => desk.missing(application).participants, isParticipant(desk));
  const open = (application: number) => {
    const { reviews, participants } = desk.missing(application);
    return reviews - participants;
  };
  fill(desk, queue, open, () => true);
}

type Suits = (member: number) => boolean;

const isParticipant =
  (desk: Desk): Suits =>
  (member) =>
    desk.isParticipant[member] === 1;

/** Those who lack the most come first, one review at a time. */
function fill(desk: Desk, queue: readonly number[], wanted: (application: number) => number, suits: Suits): void {
  const hopeless = new Set<number>();
  for (let lacking = desk.reviews; lacking >= 1; lacking -= 1) {
    for (const application of queue) {
      // Whoever found nobody will find nobody later: there is less and less to find.
      if (hopeless.has(application) || wanted(application) < lacking) continue;
      if (!place(desk, application, suits)) hopeless.add(application);
    }
  }
}

function place(desk: Desk, application: number, suits: Suits): boolean {
  const member = leastBurdened(desk, application, suits);
  if (member === null) return makeRoom(desk, application, suits);
  desk.give(application, member);
  return true;
}

function leastBurdened(desk: Desk, application: number, suits: Suits): number | null {
  let best: number | null = null;
  let least = Infinity;
  for (let member = 0; member < desk.members; member += 1) {
    const burden =
      ((desk.load[member] as number) + (desk.minutes[application] as number)) / (desk.minutesMax[member] as number);
    if (burden >= least || !suits(member)) continue;
    if (!desk.mayTake(application, member) || !desk.hasMinutes(application, member)) continue;
    best = member;
    least = burden;
  }
  return best;
}

/** So many moves are looked at for one review: when time is short everywhere, more would find as little. */
const MOVES_MAX = 500;

/** Somebody who could review it has no time left: another of theirs goes to somebody who has. */
function makeRoom(desk: Desk, application: number, suits: Suits): boolean {
  const minutes = desk.minutes[application] as number;
  let looks = 0;
  for (let member = 0; member < desk.members; member += 1) {
    if (!suits(member) || !desk.mayTake(application, member)) continue;
    for (const other of desk.held[member] as Set<number>) {
      if (!desk.mayMove(other, member)) continue;
      const freed = (desk.load[member] as number) - (desk.minutes[other] as number);
      if (freed + minutes > (desk.minutesMax[member] as number)) continue;
      looks += 1;
      if (looks > MOVES_MAX) return false;
      const isNeeded = desk.isParticipant[member] === 1 && desk.participantsOn(other) <= desk.participantsNeeded;
      const heir = leastBurdened(desk, other, (one) => one !== member && (!isNeeded || desk.isParticipant[one] === 1));
      if (heir === null) continue;
      desk.take(other, member);
      desk.give(other, heir);
      desk.give(application, member);
      return true;
    }
  }
  return false;
}
