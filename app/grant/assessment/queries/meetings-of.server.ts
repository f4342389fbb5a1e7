import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import type { ItemState } from '../rules/meeting-agenda.ts';
import { hereAt, type Quorum, quorumOf, type Stay } from '../rules/meeting-standing.ts';
import { countVotes, firstIfOther, type Unheard, unheardOf, type VoteCount } from '../rules/meeting-votes.ts';
import { type RevisionRow, revisionsIn } from '../store/meeting-facts.server.ts';
import { awayFrom, findMeetings, type ItemRow, itemsOf, staysIn, votesIn } from '../store/meetings.server.ts';
import { membersOf } from '../store/panel.server.ts';
import { quorumRuleOf, standingsOn } from './meeting-standings.server.ts';
import { markedStays } from './meeting-table.server.ts';

/** One application as one meeting dealt with it. */
export type ItemRecord = {
  readonly applicationId: Id;
  readonly state: ItemState;
  readonly openedAt: Instant | null;
  readonly closedAt: Instant | null;
  /** What was said, as the chair wrote it down: never for somebody who is tied to it. */
  readonly notes: string;
  readonly votes: VoteCount;
  /** As the room saw them first, where they are others by now. */
  readonly firstVotes: ItemRow['firstCount'];
  /** Members whose vote is missing, and of whom the chair said that they had gone. */
  readonly unheard: readonly Unheard[];
  /** Members whose vote the chair entered, as it was said aloud. */
  readonly entered: readonly { readonly memberId: Id; readonly enteredBy: Id }[];
  /** Of those who were there when the panel was done with it, by the ties that are known now; null until it was. */
  readonly quorum: Quorum | null;
  /** Members who were asked to leave for it. */
  readonly away: readonly { readonly memberId: Id; readonly askedAt: Instant; readonly leftAt: Instant | null }[];
  /** Scores that their owners changed while it was on the table, oldest first. */
  readonly revisions: readonly Omit<RevisionRow, 'meetingId' | 'applicationId'>[];
};

export type MeetingRecord = {
  readonly meetingId: Id;
  readonly openedAt: Instant;
  readonly openedBy: Id;
  /** Null while it goes on. */
  readonly endedAt: Instant | null;
  /** Everybody who was there at any time, and from when to when. */
  readonly stays: readonly Stay[];
  /** In the order of the agenda. */
  readonly items: readonly ItemRecord[];
};

/** Every meeting of a panel, oldest first, however far it has come. No actor is checked: the caller decides who sees it. */
export function meetingsOf(context: Context, callId: Id): MeetingRecord[] {
  const call = callById(context, callId);
  const meetings = findMeetings(context.db, callId);
  if (call === null || meetings.length === 0) return [];
  const ids = meetings.map(({ id }) => id);
  const members = membersOf(context.db, callId);
  const kinds = new Map(members.map(({ id, kind }) => [id, kind]));
  const items = new Map(ids.map((id) => [id, itemsOf(context.db, id)]));
  const discussed = [...new Set([...items.values()].flat().map(({ applicationId }) => applicationId))];
  const standing = standingsOn(context, callId, members, discussed);
  const rule = quorumRuleOf(context, call);
  const stays = Map.groupBy(staysIn(context.db, ids), ({ meetingId }) => meetingId);
  const of = (row: { meetingId: Id; applicationId: Id }) => `${row.meetingId} ${row.applicationId}`;
  const votes = Map.groupBy(votesIn(context.db, ids), of);
  const away = Map.groupBy(awayFrom(context.db, ids), of);
  const revisions = Map.groupBy(revisionsIn(context.db, ids), of);
  const quorumAt = (meetingId: Id, applicationId: Id, at: Instant) =>
    quorumOf(
      [...hereAt(stays.get(meetingId) ?? [], at)].map((memberId) => ({
        kind: kinds.get(memberId) ?? 'expert',
        standing: standing(memberId, applicationId),
      })),
      rule,
    );
  return meetings.map((meeting) => ({
    meetingId: meeting.id,
    openedAt: meeting.openedAt,
    openedBy: meeting.openedBy,
    endedAt: meeting.endedAt,
    stays: (stays.get(meeting.id) ?? []).map(({ memberId, cameAt, wentAt }) => ({ memberId, cameAt, wentAt })),
    items: (items.get(meeting.id) ?? []).map((item): ItemRecord => {
      const { applicationId, state, openedAt, closedAt, notes } = item;
      const cast = votes.get(of(item)) ?? [];
      const unheard =
        openedAt === null || cast.length === 0
          ? []
          : unheardOf(
              markedStays(stays.get(meeting.id) ?? []),
              { from: openedAt, until: closedAt ?? meeting.endedAt },
              (memberId) => standing(memberId, applicationId) === 'free',
              (memberId) => cast.some((vote) => vote.memberId === memberId),
            );
      const counted = countVotes(
        cast.map(({ vote, memberId, enteredBy }) => ({
          vote,
          standing: standing(memberId, applicationId),
          isEntered: enteredBy !== null,
        })),
        unheard.length,
      );
      return {
        applicationId,
        state,
        openedAt,
        closedAt,
        notes,
        votes: counted,
        firstVotes: firstIfOther(item.firstCount, counted),
        unheard,
        entered: cast.flatMap(({ memberId, enteredBy }) => (enteredBy === null ? [] : [{ memberId, enteredBy }])),
        quorum: state === 'done' && closedAt !== null ? quorumAt(meeting.id, applicationId, closedAt) : null,
        away: (away.get(of(item)) ?? []).map(({ memberId, askedAt, leftAt }) => ({ memberId, askedAt, leftAt })),
        revisions: (revisions.get(of(item)) ?? []).map(({ memberId, criterionId, before, after, changedAt }) => ({
          memberId,
          criterionId,
          before,
          after,
          changedAt,
        })),
      };
    }),
  }));
}

/**
 * What the panel last said to each application in a meeting that has ended, for whoever decides. Applications that it
 * never finished talking about, or with too few people to decide, are missing. No actor is checked.
 */
export function panelVotes(context: Context, callId: Id): ReadonlyMap<Id, VoteCount> {
  const decided = meetingsOf(context, callId)
    .flatMap(({ items, endedAt }) => (endedAt === null ? [] : items))
    .filter(({ quorum, votes }) => quorum?.isMet && votes.for + votes.against + votes.abstain > 0);
  return new Map(decided.map(({ applicationId, votes }) => [applicationId, votes]));
}
