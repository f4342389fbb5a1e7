import { and, desc, eq, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { isAmong, listed, prepared } from '#app/platform/prepared.server.ts';
import { conflict, panelMember, score, scoresheet } from '#db/schema/assessment.ts';
import { panelLottery } from '#db/schema/assessment-lottery.ts';
import { decisionLock, panelMeeting, scoreRevision } from '#db/schema/assessment-meeting.ts';
import type { ConflictLevel } from '../rules/conflicts.ts';
import type { ScoreChange } from '../rules/meeting.ts';

/** Whether the shortlist waits for its second pair of eyes, or has had it. */
export function isShortlistLocked(tx: Tx, callId: Id): boolean {
  const lock = tx
    .select({ lockedAt: decisionLock.lockedAt })
    .from(decisionLock)
    .where(and(eq(decisionLock.callId, callId), eq(decisionLock.stage, 'shortlist')))
    .get();
  return lock !== undefined;
}

/** Whether somebody has fixed from whom lots are drawn. */
export function areLotsFixed(tx: Tx, callId: Id): boolean {
  return (
    tx.select({ id: panelLottery.id }).from(panelLottery).where(eq(panelLottery.callId, callId)).get() !== undefined
  );
}

const ties = prepared((tx) =>
  tx
    .select({ memberId: conflict.memberId, applicationId: conflict.applicationId, level: conflict.level })
    .from(conflict)
    .innerJoin(panelMember, eq(panelMember.id, conflict.memberId))
    .where(and(eq(panelMember.callId, sql.placeholder('callId')), isAmong(conflict.applicationId, 'applicationIds')))
    .prepare(),
);

/** What every member of a panel has declared, or others found, about the given applications. */
export function tiesAbout(
  tx: Tx,
  callId: Id,
  applicationIds: readonly Id[],
): { memberId: Id; applicationId: Id; level: ConflictLevel }[] {
  return ties(tx).all({ callId, applicationIds: listed(applicationIds) });
}

const revisions = prepared((tx) =>
  tx
    .select({
      meetingId: scoreRevision.meetingId,
      applicationId: scoresheet.applicationId,
      memberId: scoresheet.memberId,
      criterionId: scoreRevision.criterionId,
      before: scoreRevision.before,
      after: scoreRevision.after,
      changedAt: scoreRevision.changedAt,
    })
    .from(scoreRevision)
    .innerJoin(scoresheet, eq(scoresheet.id, scoreRevision.sheetId))
    .where(isAmong(scoreRevision.meetingId, 'meetingIds'))
    .orderBy(sql`${scoreRevision}.rowid`)
    .prepare(),
);

/** A score that its owner changed, with what stood before. */
export type RevisionRow = ReturnType<typeof revisionsIn>[number];

/** In the order in which they were made: several in one moment, too. */
export function revisionsIn(tx: Tx, meetingIds: readonly Id[]) {
  return revisions(tx).all({ meetingIds: listed(meetingIds) });
}

/** What stood before goes first: the database changes a score that was handed in under no other condition. */
export function changeScore(
  tx: Tx,
  sheet: { readonly revisionId: Id; readonly meetingId: Id; readonly sheetId: Id },
  change: ScoreChange,
  at: Instant,
): void {
  const { revisionId, meetingId, sheetId } = sheet;
  tx.insert(scoreRevision)
    .values({ id: revisionId, meetingId, sheetId, ...change, changedAt: at })
    .run();
  tx.update(score)
    .set({ value: change.after })
    .where(and(eq(score.sheetId, sheetId), eq(score.criterionId, change.criterionId)))
    .run();
}

/**
 * Everything of a meeting that anybody's screen shows, in one line of text: where it differs, a screen is out of date.
 * It names applications and people, so nobody but the portal reads it as it is. The meeting's columns carry its name:
 * alone they would mean those of the table that is asked inside.
 */
const traces = prepared((tx) =>
  tx
    .select({
      trace: sql<string>`json_array(panel_meeting.id, panel_meeting.state,
        (select json_group_array(json_array(application_id, state)) from meeting_item
          where meeting_id = panel_meeting.id and state <> 'waiting'),
        (select json_group_array(json_array(id, went_at)) from meeting_presence where meeting_id = panel_meeting.id),
        (select json_group_array(json_array(application_id, member_id, left_at)) from meeting_away
          where meeting_id = panel_meeting.id),
        (select json_group_array(json_array(application_id, member_id, vote, entered_by)) from panel_vote
          where meeting_id = panel_meeting.id),
        (select count(*) from score_revision where meeting_id = panel_meeting.id),
        (select json_group_array(json_array(member_id, level)) from conflict where application_id =
          (select application_id from meeting_item where meeting_id = panel_meeting.id and state = 'now')))`,
    })
    .from(panelMeeting)
    .where(eq(panelMeeting.callId, sql.placeholder('callId')))
    .orderBy(desc(panelMeeting.openedAt), desc(panelMeeting.id))
    .limit(1)
    .prepare(),
);

/** Of the newest meeting of a call; null before the first. */
export function meetingTrace(tx: Tx, callId: Id): string | null {
  return traces(tx).get({ callId })?.trace ?? null;
}
