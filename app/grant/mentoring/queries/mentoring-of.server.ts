import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type CheckInState, checkInState, type Feels } from '../rules/checking-in.ts';
import { type CheckInRow, findCheckIns, findLiveMatch, findMilestones, type MilestoneRow } from '../store.server.ts';

export type MilestoneCard = {
  readonly id: Id;
  readonly title: string;
  readonly dueAt: Instant;
  readonly state: 'open' | 'met';
  readonly releasesTranche: boolean;
  readonly addedAt: Instant;
  readonly signedOffAt: Instant | null;
  /** A confirmed check-in says it is met, and nobody has signed it off. */
  readonly waitsForSignOff: boolean;
  readonly isTalkedAbout: boolean;
};

export type CheckInCard = {
  readonly id: Id;
  readonly heldAt: Instant;
  readonly promised: string;
  readonly happened: string;
  readonly changed: string;
  readonly helpNeeded: string;
  readonly feels: Feels;
  readonly state: CheckInState;
  readonly disputeNote: string;
  /** Title of the milestone it says is met. */
  readonly milestoneTitle: string | null;
};

export type Mentoring = {
  readonly mentorName: string | null;
  readonly mentorEmail: string | null;
  readonly mentorAbout: string;
  readonly agreedByGroupAt: Instant | null;
  /** By due date. */
  readonly milestones: readonly MilestoneCard[];
  /** Newest first. */
  readonly checkIns: readonly CheckInCard[];
};

/** How a group and its mentor get on; whoever asks has checked that its reader may see it. */
export function mentoringOf(context: Pick<Context, 'db'>, awardId: Id): Mentoring {
  const live = findLiveMatch(context.db, awardId);
  const mentor = live === null ? null : personById(context, live.mentor.personId);
  const milestones = findMilestones(context.db, [awardId]);
  const checkIns = findCheckIns(context.db, [awardId]);
  return {
    mentorName: mentor?.name ?? null,
    mentorEmail: mentor?.email ?? null,
    mentorAbout: live?.mentor.about ?? '',
    agreedByGroupAt: live?.match.agreedByGroupAt ?? null,
    milestones: milestones.map((row) => milestoneCard(row, checkIns)),
    checkIns: checkIns.map((row) => checkInCard(row, milestones)),
  };
}

function milestoneCard(row: MilestoneRow, checkIns: readonly CheckInRow[]): MilestoneCard {
  const about = checkIns.filter((entry) => entry.milestoneId === row.id);
  return {
    id: row.id,
    title: row.title,
    dueAt: row.dueAt,
    state: row.state,
    releasesTranche: row.releasesTranche,
    addedAt: row.addedAt,
    signedOffAt: row.signedOffAt,
    waitsForSignOff: row.state === 'open' && about.some((entry) => entry.confirmedByGroupAt !== null),
    isTalkedAbout: about.length > 0,
  };
}

function checkInCard(row: CheckInRow, milestones: readonly MilestoneRow[]): CheckInCard {
  return {
    id: row.id,
    heldAt: row.heldAt,
    promised: row.promised,
    happened: row.happened,
    changed: row.changed,
    helpNeeded: row.helpNeeded,
    feels: row.feels,
    state: checkInState(row),
    disputeNote: row.disputeNote,
    milestoneTitle: milestones.find((entry) => entry.id === row.milestoneId)?.title ?? null,
  };
}
