import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { CallFacts } from '../../call/queries/call-facts.server.ts';
import { type Quorum, quorumOf, type Standing } from '../rules/meeting-standing.ts';
import { type MarkedStay, type Unheard, unheardOf } from '../rules/meeting-votes.ts';
import {
  awayFrom,
  findOpenMeeting,
  type ItemRow,
  itemsOf,
  type MeetingRow,
  type PresenceRow,
  staysIn,
  type VoteRow,
  votesIn,
} from '../store/meetings.server.ts';
import { type MemberRow, membersOf } from '../store/panel.server.ts';
import { quorumRuleOf, standingsOn } from './meeting-standings.server.ts';

/** One member of the panel, as the meeting sees her now. */
export type Attendee = {
  readonly memberId: Id;
  readonly personId: Id;
  readonly kind: MemberRow['kind'];
  readonly isHere: boolean;
  /** Towards what is on the table; free while nothing is. */
  readonly standing: Standing;
  /** When she left the room for it; null while she has not, or need not. */
  readonly leftAt: Instant | null;
};

export type MeetingTable = {
  readonly meeting: MeetingRow;
  /** In the order of the agenda. */
  readonly items: readonly ItemRow[];
  readonly onTable: ItemRow | null;
  readonly attendees: readonly Attendee[];
  /** Of those who are here and free of ties to what is on the table. */
  readonly quorum: Quorum;
  /** Cast on what is on the table by members who are free of ties now. */
  readonly votes: readonly VoteRow[];
  /** Whose vote on it is missing. */
  readonly unheard: readonly Unheard[];
  /** Whether somebody who must leave for it is still in the room. */
  readonly isWaiting: boolean;
};

/** As the rules look at them. */
export function markedStays(stays: readonly PresenceRow[]): MarkedStay[] {
  return stays.map(({ memberId, cameAt, wentAt, markedGoneBy }) => {
    return { memberId, cameAt, wentAt, wasMarkedGone: markedGoneBy !== null };
  });
}

/** The meeting that goes on now, whoever asks: the caller decides who sees how much. Null between meetings. */
export function meetingTable(context: Pick<Context, 'db'>, call: CallFacts): MeetingTable | null {
  const { db } = context;
  const meeting = findOpenMeeting(db, call.id);
  if (meeting === null) return null;
  const items = itemsOf(db, meeting.id);
  const onTable = items.find(({ state }) => state === 'now') ?? null;
  const members = membersOf(db, call.id).filter(({ state }) => state === 'accepted');
  const stays = staysIn(db, [meeting.id]);
  const here = new Set(stays.filter(({ wentAt }) => wentAt === null).map(({ memberId }) => memberId));
  const applicationId = onTable?.applicationId ?? null;
  const standing = applicationId === null ? null : standingsOn(context, call.id, members, [applicationId]);
  const left = new Map(
    awayFrom(db, [meeting.id])
      .filter((row) => row.applicationId === applicationId)
      .map((row) => [row.memberId, row.leftAt]),
  );
  const attendees = members.map(
    (member): Attendee => ({
      memberId: member.id,
      personId: member.personId,
      kind: member.kind,
      isHere: here.has(member.id),
      standing: applicationId === null ? 'free' : (standing?.(member.id, applicationId) ?? 'must-leave'),
      leftAt: left.get(member.id) ?? null,
    }),
  );
  const isFree = new Map(attendees.map((attendee) => [attendee.memberId, attendee.standing === 'free']));
  const votes = votesIn(db, [meeting.id]).filter(
    (vote) => vote.applicationId === applicationId && isFree.get(vote.memberId) === true,
  );
  return {
    meeting,
    items,
    onTable,
    attendees,
    quorum: quorumOf(
      attendees.filter(({ isHere }) => isHere),
      quorumRuleOf(context, call),
    ),
    votes,
    unheard:
      onTable === null
        ? []
        : unheardOf(
            markedStays(stays),
            { from: onTable.openedAt ?? meeting.openedAt, until: null },
            (memberId) => isFree.get(memberId) === true,
            (memberId) => votes.some((vote) => vote.memberId === memberId),
          ),
    isWaiting: attendees.some((one) => one.isHere && one.standing === 'must-leave' && one.leftAt === null),
  };
}
