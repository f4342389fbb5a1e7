import type { Id } from '#app/kernel/id.ts';
import { type personById as findPerson, partnerById, peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { chosenNames } from '../../application/queries/public-names.server.ts';
import { ownerOf } from '../../application/queries/team.server.ts';
import { type AwardCard, awardById } from '../../award/queries/award-card.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import {
  type CheckInRow,
  findCheckIn,
  findMatch,
  findMentor,
  findMilestone,
  type MentorRow,
  type MilestoneRow,
} from '../store.server.ts';

type Person = NonNullable<ReturnType<typeof findPerson>>;

export type LetterFacts = {
  /** With the name that the group chose for others. */
  readonly award: AwardCard;
  readonly leadName: string;
  readonly partnerName: string;
  readonly timeZone: string;
  readonly recipient: Person;
  readonly mentor: Person;
};

/** Who is told about a match; null for one that does not exist. Whoever asks writes letters to exactly these people. */
export function matchFacts(context: Context, matchId: Id): LetterFacts | null {
  const found = findMatch(context.db, matchId);
  return found === null ? null : factsOf(context, found.match.awardId, found.mentor);
}

/** The same about a check-in, with what it says. */
export function checkInFacts(
  context: Context,
  checkInId: Id,
): (LetterFacts & { checkIn: CheckInRow; milestone: MilestoneRow | null }) | null {
  const checkIn = findCheckIn(context.db, checkInId);
  const mentor = checkIn === null ? null : findMentor(context.db, checkIn.mentorId);
  const facts = checkIn === null || mentor === null ? null : factsOf(context, checkIn.awardId, mentor);
  if (checkIn === null || facts === null) return null;
  const milestone = checkIn.milestoneId === null ? null : findMilestone(context.db, checkIn.milestoneId);
  return { ...facts, checkIn, milestone };
}

/** The same about a milestone that was signed off, with the mentor whose check-in said so. */
export function milestoneFacts(context: Context, milestoneId: Id): (LetterFacts & { milestone: MilestoneRow }) | null {
  const milestone = findMilestone(context.db, milestoneId);
  if (milestone === null || milestone.checkInId === null) return null;
  const facts = checkInFacts(context, milestone.checkInId);
  return facts === null ? null : { ...facts, milestone };
}

function factsOf(context: Context, awardId: Id, mentorRow: MentorRow): LetterFacts | null {
  const award = awardById(context, awardId);
  const call = award === null ? null : callById(context, award.callId);
  const partner = award === null ? null : partnerById(context, award.partnerId);
  if (award === null || call === null || partner === null) return null;
  const ownerId = ownerOf(context, award.applicationId);
  const people = peopleById(context, [ownerId, mentorRow.personId]);
  const recipient = people.get(ownerId);
  const mentor = people.get(mentorRow.personId);
  if (recipient === undefined || mentor === undefined) return null;
  const chosen = chosenNames(context, [award.applicationId]).get(award.applicationId);
  return {
    award: { ...award, groupName: chosen ?? award.groupName },
    leadName: chosen ?? recipient.name,
    partnerName: partner.name,
    timeZone: call.timeZone,
    recipient,
    mentor,
  };
}
