import type { Id } from '#app/kernel/id.ts';
import type { Currency } from '#app/kernel/money.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type CallCriterion, type CallFacts, callById } from '../../call/queries/call-facts.server.ts';
import type { Quorum } from '../rules/meeting-standing.ts';
import type { Vote } from '../rules/meeting-votes.ts';
import type { Score } from '../rules/panel-score.ts';
import { findMember, type MemberRow } from '../store/panel.server.ts';
import { findSheet, scoresOn } from '../store/sheets.server.ts';
import { activePhase } from './active-phase.server.ts';
import { meetingMark } from './meeting-signal.server.ts';
import { type Attendee, type MeetingTable, meetingTable } from './meeting-table.server.ts';
import { openReading } from './reading.server.ts';
import { type TabledItem, tabledItem, type Voting, votingOn } from './tabled-item.server.ts';

/** What is on the table as far as she may know: where something ties her to it, nothing. */
export type OnMyTable =
  | { readonly kind: 'nothing' }
  /** The same whatever the reason: whoever an applicant has named must not read here that she was. */
  | { readonly kind: 'away'; readonly hasLeft: boolean }
  | {
      readonly kind: 'item';
      /** Without the panel's figures until everybody has voted. */
      readonly item: Omit<TabledItem, 'score' | 'views'>;
      /** What the panel sees differently, without a number. */
      readonly apart: readonly string[];
      /** Null until everybody who may has voted. */
      readonly score: TabledItem['score'] | null;
      readonly mayVote: boolean;
      readonly myVote: Vote | null;
      /** The chair entered it, as she said it aloud. */
      readonly isEntered: boolean;
      /** Her own answers, where her sheet counts. */
      readonly mine: Readonly<Record<Id, Score>> | null;
      readonly quorum: Quorum;
      readonly voting: Voting;
      /** Whether the whole text is open to her. */
      readonly isReadable: boolean;
    };

export type MeetingSeat = {
  readonly call: { readonly id: Id; readonly title: string; readonly currency: Currency };
  readonly criteria: readonly CallCriterion[];
  readonly mark: string;
  /** Null where the panel does not meet now. */
  readonly meeting: { readonly isHere: boolean; readonly table: OnMyTable } | null;
};

/** The meeting on a member's phone; null unless she sits on the panel. */
export function meetingSeat(context: Context, callId: Id): MeetingSeat | null {
  const call = callById(context, callId);
  const member = context.actor === null ? null : findMember(context.db, callId, context.actor.personId);
  if (call === null || member?.state !== 'accepted') return null;
  const table = meetingTable(context, call);
  const attendee = table?.attendees.find(({ memberId }) => memberId === member.id);
  return {
    call: { id: call.id, title: call.title, currency: call.currency },
    criteria: call.criteria,
    mark: meetingMark(context, callId),
    meeting:
      table === null || attendee === undefined
        ? null
        : {
            isHere: attendee.isHere,
            table: attendee.isHere ? myTable(context, call, member, attendee, table) : { kind: 'nothing' },
          },
  };
}

function myTable(
  context: Context,
  call: CallFacts,
  member: MemberRow,
  attendee: Attendee,
  table: MeetingTable,
): OnMyTable {
  if (table.onTable === null) return { kind: 'nothing' };
  const { applicationId } = table.onTable;
  if (attendee.standing === 'must-leave') return { kind: 'away', hasLeft: attendee.leftAt !== null };
  const found = tabledItem(context, call, applicationId);
  if (found === null) return { kind: 'nothing' };
  const { score, views, ...item } = found;
  const voting = votingOn(table);
  const myVote = table.votes.find(({ memberId }) => memberId === member.id);
  const sheet = findSheet(context.db, member.id, applicationId);
  const mine = sheet?.state === 'submitted' ? scoresOn(context.db, [sheet.id]) : null;
  const seesOthers = activePhase(context, call.id).rules.others !== 'never';
  return {
    kind: 'item',
    item,
    apart: seesOthers ? views.filter(({ isFar }) => isFar).map(({ name }) => name) : [],
    score: seesOthers && voting.isWhole ? score : null,
    mayVote: attendee.standing === 'free',
    myVote: myVote?.vote ?? null,
    isEntered: myVote !== undefined && myVote.enteredBy !== null,
    mine: mine === null ? null : Object.fromEntries(mine.map((row) => [row.criterionId, row.value])),
    quorum: table.quorum,
    voting,
    isReadable: openReading(context, applicationId) !== null,
  };
}
