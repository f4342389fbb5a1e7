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
  // What has to come from participants first, while they still have time for it.
  for (const isForParticipants of [true, false]) {
    for (let round = 1; round <= desk.reviews; round += 1) {
      for (const application of queue) {
        const { reviews, participants } = desk.missing(application);
        const wanted = isForParticipants ? participants : reviews;
        if (wanted === 0 || reviews === 0) continue;
        if (
          isForParticipants
            ? desk.participantsOn(application) >= round
            : (desk.given[application]?.length ?? 0) >= round
        )
          continue;
        place(desk, application, isForParticipants);
      }
    }
  }
}

function place(desk: Desk, application: number, isForParticipant: boolean): boolean {
  const suits = (member: number) => !isForParticipant || desk.isParticipant[member] === 1;
  const member = leastBurdened(desk, application, suits);
  if (member === null) return makeRoom(desk, application, suits);
  desk.give(application, member);
  return true;
}

function leastBurdened(desk: Desk, application: number, suits: (member: number) => boolean): number | null {
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

/** Somebody who could review it has no time left: another of theirs goes to somebody who has. */
function makeRoom(desk: Desk, application: number, suits: (member: number) => boolean): boolean {
  for (let member = 0; member < desk.members; member += 1) {
    if (!suits(member) || !desk.mayTake(application, member)) continue;
    for (let other = 0; other < desk.applications; other += 1) {
      if (!desk.has(other, member) || !desk.mayMove(other, member)) continue;
      const freed = (desk.load[member] as number) - (desk.minutes[other] as number);
      if (freed + (desk.minutes[application] as number) > (desk.minutesMax[member] as number)) continue;
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
