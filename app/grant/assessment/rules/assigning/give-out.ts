import type { Desk } from './desk.ts';

/**
 * Gives out what is still wanted, one review of every application before the second of any: whatever runs out, no
 * application is left behind the others. Each goes to whoever would be the least burdened by it.
 *
 * @param order  which application comes first where several could; those with the fewest possible reviewers go before
 */
export function giveOut(desk: Desk, order: readonly number[]): void {
  const choices = (application: number) => desk.choices[application] as number;
  const queue = order.toSorted((one, other) => choices(one) - choices(other));
  // What has to come from participants first, while they still have time for it; what is missing of theirs stays free.
  fill(desk, queue, (application) => desk.missing(application).participants, 'participants');
  const open = (application: number) => {
    const { reviews, participants } = desk.missing(application);
    return reviews - participants;
  };
  fill(desk, queue, open, 'all');
}

type Who = 'participants' | 'all';

/** Those who lack the most come first, one review at a time. */
function fill(desk: Desk, queue: readonly number[], wanted: (application: number) => number, who: Who): void {
  const hopeless = new Set<number>();
  for (let lacking = desk.reviews; lacking >= 1; lacking -= 1) {
    for (const application of queue) {
      // Whoever found nobody will find nobody later: there is less and less to find.
      if (hopeless.has(application) || wanted(application) < lacking) continue;
      if (!place(desk, application, who)) hopeless.add(application);
    }
  }
}

function place(desk: Desk, application: number, who: Who): boolean {
  const member = desk.leastBurdened(application, who, () => true);
  if (member === null) return makeRoom(desk, application, who);
  desk.give(application, member);
  return true;
}

/** So many moves are looked at for one review: when time is short everywhere, more would find as little. */
const MOVES_MAX = 500;

/** Somebody who could review it has no time left: another of theirs goes to somebody who has. */
function makeRoom(desk: Desk, application: number, who: Who): boolean {
  const minutes = desk.minutes[application] as number;
  let looks = 0;
  for (let member = 0; member < desk.members; member += 1) {
    if (who === 'participants' && desk.isParticipant[member] === 0) continue;
    if (!desk.mayTake(application, member)) continue;
    for (const other of desk.held[member] as number[]) {
      if (!desk.mayMove(other, member)) continue;
      const freed = (desk.load[member] as number) - (desk.minutes[other] as number);
      if (freed + minutes > (desk.minutesMax[member] as number)) continue;
      looks += 1;
      if (looks > MOVES_MAX) return false;
      const isNeeded = desk.isParticipant[member] === 1 && desk.participantsOn(other) <= desk.participantsNeeded;
      const heir = desk.leastBurdened(other, isNeeded ? 'participants' : 'all', (one) => one !== member);
      if (heir === null) continue;
      desk.take(other, member);
      desk.give(other, heir);
      desk.give(application, member);
      return true;
    }
  }
  return false;
}
