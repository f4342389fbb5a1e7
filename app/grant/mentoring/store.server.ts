import { and, asc, desc, eq, inArray, isNull, max } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { checkIn, mentor, mentorMatch, milestone } from '#db/schema/mentoring.ts';

export type MentorRow = typeof mentor.$inferSelect;
export type MatchRow = typeof mentorMatch.$inferSelect;
export type MilestoneRow = typeof milestone.$inferSelect;
export type CheckInRow = typeof checkIn.$inferSelect;

export function insertMentor(tx: Tx, row: MentorRow): void {
  tx.insert(mentor).values(row).run();
}

export function findMentor(tx: Tx, mentorId: Id): MentorRow | null {
  return tx.select().from(mentor).where(eq(mentor.id, mentorId)).get() ?? null;
}

export function findMentorByPerson(tx: Tx, partnerId: Id, personId: Id): MentorRow | null {
  return (
    tx
      .select()
      .from(mentor)
      .where(and(eq(mentor.partnerId, partnerId), eq(mentor.personId, personId)))
      .get() ?? null
  );
}

export function findMentorsOf(tx: Tx, partnerIds: readonly Id[]): MentorRow[] {
  if (partnerIds.length === 0) return [];
  return tx
    .select()
    .from(mentor)
    .where(inArray(mentor.partnerId, [...partnerIds]))
    .all();
}

/** How many groups each mentor has now. */
export function countGroups(tx: Tx, mentorIds: readonly Id[]): ReadonlyMap<Id, number> {
  const counts = new Map<Id, number>();
  if (mentorIds.length === 0) return counts;
  const live = tx
    .select({ mentorId: mentorMatch.mentorId })
    .from(mentorMatch)
    .where(and(inArray(mentorMatch.mentorId, [...mentorIds]), isNull(mentorMatch.endedAt)))
    .all();
  for (const { mentorId } of live) counts.set(mentorId, (counts.get(mentorId) ?? 0) + 1);
  return counts;
}

export type LiveMatch = { readonly match: MatchRow; readonly mentor: MentorRow };

export function findLiveMatch(tx: Tx, awardId: Id): LiveMatch | null {
  return (
    tx
      .select({ match: mentorMatch, mentor })
      .from(mentorMatch)
      .innerJoin(mentor, eq(mentor.id, mentorMatch.mentorId))
      .where(and(eq(mentorMatch.awardId, awardId), isNull(mentorMatch.endedAt)))
      .get() ?? null
  );
}

export function findLiveMatchesOfPerson(tx: Tx, personId: Id): LiveMatch[] {
  return tx
    .select({ match: mentorMatch, mentor })
    .from(mentorMatch)
    .innerJoin(mentor, eq(mentor.id, mentorMatch.mentorId))
    .where(and(eq(mentor.personId, personId), isNull(mentorMatch.endedAt)))
    .orderBy(asc(mentorMatch.matchedAt), asc(mentorMatch.id))
    .all();
}

/** Of the people named, those who mentor or mentored the award. */
export function hasMentored(tx: Tx, awardId: Id, personId: Id): boolean {
  return (
    tx
      .select({ id: mentorMatch.id })
      .from(mentorMatch)
      .innerJoin(mentor, eq(mentor.id, mentorMatch.mentorId))
      .where(and(eq(mentorMatch.awardId, awardId), eq(mentor.personId, personId)))
      .get() !== undefined
  );
}

export function insertMatch(tx: Tx, row: MatchRow): void {
  tx.insert(mentorMatch).values(row).run();
}

export function findMatch(tx: Tx, matchId: Id): LiveMatch | null {
  return (
    tx
      .select({ match: mentorMatch, mentor })
      .from(mentorMatch)
      .innerJoin(mentor, eq(mentor.id, mentorMatch.mentorId))
      .where(eq(mentorMatch.id, matchId))
      .get() ?? null
  );
}

export function endMatch(tx: Tx, matchId: Id, at: Instant): void {
  tx.update(mentorMatch).set({ endedAt: at }).where(eq(mentorMatch.id, matchId)).run();
}

export function markAgreed(tx: Tx, matchId: Id, at: Instant): void {
  tx.update(mentorMatch).set({ agreedByGroupAt: at }).where(eq(mentorMatch.id, matchId)).run();
}

export function findMilestone(tx: Tx, milestoneId: Id): MilestoneRow | null {
  return tx.select().from(milestone).where(eq(milestone.id, milestoneId)).get() ?? null;
}

/** By due date: that is how people plan. */
export function findMilestones(tx: Tx, awardIds: readonly Id[]): MilestoneRow[] {
  if (awardIds.length === 0) return [];
  return tx
    .select()
    .from(milestone)
    .where(inArray(milestone.awardId, [...awardIds]))
    .orderBy(asc(milestone.dueAt), asc(milestone.position))
    .all();
}

export function nextPosition(tx: Tx, awardId: Id): number {
  const last = tx
    .select({ position: max(milestone.position) })
    .from(milestone)
    .where(eq(milestone.awardId, awardId))
    .get();
  return (last?.position ?? 0) + 1;
}

export function insertMilestone(tx: Tx, row: MilestoneRow): void {
  tx.insert(milestone).values(row).run();
}

export function deleteMilestone(tx: Tx, milestoneId: Id): void {
  tx.delete(milestone).where(eq(milestone.id, milestoneId)).run();
}

/** Compare-and-set: of two sign-offs that arrive together, one finds the milestone met. */
export function markMet(tx: Tx, milestoneId: Id, met: { checkInId: Id; at: Instant; by: Id }): boolean {
  return (
    tx
      .update(milestone)
      .set({ state: 'met', checkInId: met.checkInId, signedOffAt: met.at, signedOffBy: met.by })
      .where(and(eq(milestone.id, milestoneId), eq(milestone.state, 'open')))
      .run().changes === 1
  );
}

export function insertCheckIn(tx: Tx, row: CheckInRow): void {
  tx.insert(checkIn).values(row).run();
}

export function findCheckIn(tx: Tx, checkInId: Id): CheckInRow | null {
  return tx.select().from(checkIn).where(eq(checkIn.id, checkInId)).get() ?? null;
}

/** Newest first. */
export function findCheckIns(tx: Tx, awardIds: readonly Id[]): CheckInRow[] {
  if (awardIds.length === 0) return [];
  return tx
    .select()
    .from(checkIn)
    .where(inArray(checkIn.awardId, [...awardIds]))
    .orderBy(desc(checkIn.heldAt), desc(checkIn.recordedAt), desc(checkIn.id))
    .all();
}

export function answerCheckIn(
  tx: Tx,
  checkInId: Id,
  answer: Pick<CheckInRow, 'confirmedByGroupAt' | 'disputedAt' | 'disputeNote'>,
): void {
  tx.update(checkIn).set(answer).where(eq(checkIn.id, checkInId)).run();
}

export function findMentorsOfPerson(tx: Tx, personId: Id): MentorRow[] {
  return tx.select().from(mentor).where(eq(mentor.personId, personId)).all();
}

export function findLiveMatchesOfAwards(tx: Tx, awardIds: readonly Id[]): Id[] {
  if (awardIds.length === 0) return [];
  return tx
    .select({ awardId: mentorMatch.awardId })
    .from(mentorMatch)
    .where(and(inArray(mentorMatch.awardId, [...awardIds]), isNull(mentorMatch.endedAt)))
    .all()
    .map((row) => row.awardId);
}
