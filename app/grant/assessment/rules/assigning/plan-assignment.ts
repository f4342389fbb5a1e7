import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { AssignmentFacts, Pair } from './assignment-facts.ts';
import { Desk } from './desk.ts';
import { giveOut } from './give-out.ts';
import { spread } from './spread.ts';

/** Why an application lacks reviewers: what is left after the first of these is too few. */
export type Lack =
  /** The panel itself is too small. */
  | 'members'
  /** Too many are tied to it. */
  | 'ties'
  /** Too few read a language of it. */
  | 'language'
  /** Too few participants are left. */
  | 'participants'
  /** Those who could have no time left. */
  | 'minutes'
  /** Somebody has time left, and not on the days until scores are due. */
  | 'days';

export type Unplaced = { readonly applicationId: Id; readonly missing: number; readonly lack: Lack };

export type AssignmentPlan = {
  /** What is to be given out beyond what was before. */
  readonly assigned: readonly Pair[];
  readonly unplaced: readonly Unplaced[];
  /** In the order of the members: minutes, what they had before included. */
  readonly load: readonly { readonly memberId: Id; readonly minutes: number; readonly minutesMax: number }[];
};

/**
 * Plans who reviews what. Ties, languages and agreed minutes are kept to without exception, and each application's
 * share of participants comes before everything else; then loads are made even, company is mixed, and harsh is put
 * beside lenient. What was given out before stays. The same facts give the same plan.
 */
export function planAssignment(facts: AssignmentFacts): AssignmentPlan {
  invariant(Number.isInteger(facts.reviews) && facts.reviews > 0, 'an application gets at least one review');
  const desk = new Desk(facts);
  const order = facts.applications.map((_, place) => place);
  // Long ones first: short ones then fill what is left.
  giveOut(
    desk,
    order.sort((one, other) => (desk.minutes[other] as number) - (desk.minutes[one] as number)),
  );
  spread(desk);
  const assigned: Pair[] = [];
  const unplaced: Unplaced[] = [];
  for (const [application, { id: applicationId }] of facts.applications.entries()) {
    for (const member of desk.given(application).subarray(desk.keptOf(application))) {
      assigned.push({ applicationId, memberId: memberIdAt(facts, member) });
    }
    const missing = Math.max(desk.missing(application), desk.missingParticipants(application));
    if (missing > 0) unplaced.push({ applicationId, missing, lack: lackOf(facts, desk, application) });
  }
  return {
    assigned,
    unplaced,
    load: facts.members.map(({ id, minutesMax }, member) => ({
      memberId: id,
      minutes: desk.load[member] as number,
      minutesMax,
    })),
  };
}

function memberIdAt(facts: AssignmentFacts, member: number): Id {
  const found = facts.members[member];
  invariant(found !== undefined, 'a place is one of the list');
  return found.id;
}

function lackOf({ applications, members, reviews }: AssignmentFacts, desk: Desk, application: number): Lack {
  const found = applications[application];
  invariant(found !== undefined, 'a place is one of the list');
  const { openings } = desk;
  if (members.length < reviews) return 'members';
  if (members.length - openings.tiedTo(application).length < reviews) return 'ties';
  if (openings.count(application) < reviews) return 'language';
  const participants = desk.isParticipant.filter((is, member) => is === 1 && openings.isOpen(application, member));
  if (participants.length < desk.participantsNeeded) return 'participants';
  const isForAll = desk.missing(application) > desk.missingParticipants(application);
  const hasTimeLater = members.some(
    ({ isParticipant, minutesAgreed }, member) =>
      (isParticipant || isForAll) &&
      desk.mayTake(application, member) &&
      (desk.load[member] as number) + found.minutes <= minutesAgreed,
  );
  return hasTimeLater ? 'days' : 'minutes';
}
