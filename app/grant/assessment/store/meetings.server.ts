import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { isAmong, listed, prepared } from '#app/platform/prepared.server.ts';
import { meetingAway, meetingItem, meetingPresence, panelMeeting, panelVote } from '#db/schema/assessment-meeting.ts';
import type { AgendaStep } from '../rules/meeting-agenda.ts';
import type { Vote } from '../rules/meeting-votes.ts';

export type MeetingRow = typeof panelMeeting.$inferSelect;
export type ItemRow = typeof meetingItem.$inferSelect;
export type PresenceRow = typeof meetingPresence.$inferSelect;
export type AwayRow = typeof meetingAway.$inferSelect;
export type VoteRow = typeof panelVote.$inferSelect;

const openMeetings = prepared((tx) =>
  tx
    .select()
    .from(panelMeeting)
    .where(and(eq(panelMeeting.callId, sql.placeholder('callId')), eq(panelMeeting.state, 'open')))
    .prepare(),
);

export function findOpenMeeting(tx: Tx, callId: Id): MeetingRow | null {
  return openMeetings(tx).get({ callId }) ?? null;
}

/** Oldest first. */
export function findMeetings(tx: Tx, callId: Id): MeetingRow[] {
  return tx
    .select()
    .from(panelMeeting)
    .where(eq(panelMeeting.callId, callId))
    .orderBy(asc(panelMeeting.openedAt), asc(panelMeeting.id))
    .all();
}

export function insertMeeting(
  tx: Tx,
  row: Pick<MeetingRow, 'id' | 'callId' | 'openedAt' | 'openedBy'>,
  agenda: readonly { readonly applicationId: Id; readonly state: ItemRow['state'] }[],
): void {
  tx.insert(panelMeeting)
    .values({ ...row, state: 'open' })
    .run();
  for (const [place, item] of agenda.entries()) {
    tx.insert(meetingItem)
      .values({ meetingId: row.id, ...item, position: place + 1, notes: '' })
      .run();
  }
}

export function endMeeting(tx: Tx, meetingId: Id, at: Instant): void {
  tx.update(meetingPresence)
    .set({ wentAt: at })
    .where(and(eq(meetingPresence.meetingId, meetingId), isNull(meetingPresence.wentAt)))
    .run();
  tx.update(panelMeeting).set({ state: 'ended', endedAt: at }).where(eq(panelMeeting.id, meetingId)).run();
}

/** In the order of the agenda. */
export function itemsOf(tx: Tx, meetingId: Id): ItemRow[] {
  return tx
    .select()
    .from(meetingItem)
    .where(eq(meetingItem.meetingId, meetingId))
    .orderBy(asc(meetingItem.position))
    .all();
}

function itemIs(meetingId: Id, applicationId: Id) {
  return and(eq(meetingItem.meetingId, meetingId), eq(meetingItem.applicationId, applicationId));
}

/** An item that is called again keeps when it was first called. */
export function moveItem(tx: Tx, meetingId: Id, step: AgendaStep, at: Instant): void {
  const times =
    step.state === 'now'
      ? { openedAt: sql`coalesce(${meetingItem.openedAt}, ${at})`, closedAt: null }
      : step.state === 'done'
        ? { closedAt: at }
        : {};
  tx.update(meetingItem)
    .set({ state: step.state, ...times })
    .where(itemIs(meetingId, step.applicationId))
    .run();
}

/** @returns the revision that was written, or null when somebody else had saved meanwhile */
export function writeNotes(
  tx: Tx,
  item: { meetingId: Id; applicationId: Id; revision: number },
  notes: string,
): number | null {
  const written = tx
    .update(meetingItem)
    .set({ notes, revision: item.revision + 1 })
    .where(and(itemIs(item.meetingId, item.applicationId), eq(meetingItem.revision, item.revision)))
    .run();
  return written.changes === 1 ? item.revision + 1 : null;
}

const stays = prepared((tx) =>
  tx
    .select()
    .from(meetingPresence)
    .where(isAmong(meetingPresence.meetingId, 'meetingIds'))
    .orderBy(sql`${meetingPresence}.rowid`)
    .prepare(),
);

/** In the order in which they came. */
export function staysIn(tx: Tx, meetingIds: readonly Id[]): PresenceRow[] {
  return stays(tx).all({ meetingIds: listed(meetingIds) });
}

/** Somebody who is there already stays there. */
export function markHere(tx: Tx, row: Pick<PresenceRow, 'id' | 'meetingId' | 'memberId' | 'cameAt'>): void {
  tx.insert(meetingPresence).values(row).onConflictDoNothing().run();
}

/** @param markedGoneBy  null where she leaves by her own hand */
export function markGone(tx: Tx, meetingId: Id, memberId: Id, at: Instant, markedGoneBy: Id | null): void {
  tx.update(meetingPresence)
    .set({ wentAt: at, markedGoneBy })
    .where(
      and(
        eq(meetingPresence.meetingId, meetingId),
        eq(meetingPresence.memberId, memberId),
        isNull(meetingPresence.wentAt),
      ),
    )
    .run();
}

const aways = prepared((tx) =>
  tx.select().from(meetingAway).where(isAmong(meetingAway.meetingId, 'meetingIds')).prepare(),
);

export function awayFrom(tx: Tx, meetingIds: readonly Id[]): AwayRow[] {
  return aways(tx).all({ meetingIds: listed(meetingIds) });
}

/** Asked once, however often the application is called. */
export function askToLeave(tx: Tx, row: Omit<AwayRow, 'leftAt'>): void {
  tx.insert(meetingAway).values(row).onConflictDoNothing().run();
}

export function markLeft(tx: Tx, meetingId: Id, applicationId: Id, memberId: Id, at: Instant): void {
  tx.update(meetingAway)
    .set({ leftAt: at })
    .where(
      and(
        eq(meetingAway.meetingId, meetingId),
        eq(meetingAway.applicationId, applicationId),
        eq(meetingAway.memberId, memberId),
        isNull(meetingAway.leftAt),
      ),
    )
    .run();
}

const votes = prepared((tx) => tx.select().from(panelVote).where(isAmong(panelVote.meetingId, 'meetingIds')).prepare());

export function votesIn(tx: Tx, meetingIds: readonly Id[]): VoteRow[] {
  return votes(tx).all({ meetingIds: listed(meetingIds) });
}

/** Once; what the room saw later stands in the votes themselves. */
export function keepFirstCount(
  tx: Tx,
  { meetingId, applicationId }: Pick<ItemRow, 'meetingId' | 'applicationId'>,
  firstCount: NonNullable<ItemRow['firstCount']>,
): void {
  tx.update(meetingItem)
    .set({ firstCount })
    .where(
      and(
        eq(meetingItem.meetingId, meetingId),
        eq(meetingItem.applicationId, applicationId),
        isNull(meetingItem.firstCount),
      ),
    )
    .run();
}

export function writeVote(
  tx: Tx,
  row: { meetingId: Id; applicationId: Id; memberId: Id; vote: Vote; votedAt: Instant; enteredBy: Id | null },
): void {
  tx.insert(panelVote)
    .values(row)
    .onConflictDoUpdate({
      target: [panelVote.meetingId, panelVote.applicationId, panelVote.memberId],
      set: { vote: row.vote, votedAt: row.votedAt, enteredBy: row.enteredBy },
    })
    .run();
}
