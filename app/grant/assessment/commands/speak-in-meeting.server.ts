import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type CallFacts, callById } from '../../call/queries/call-facts.server.ts';
import { meetingTable } from '../queries/meeting-table.server.ts';
import { type AtTable, type ChangeRefusal, decideChange, decideVote, type VoteRefusal } from '../rules/meeting.ts';
import type { Vote } from '../rules/meeting-votes.ts';
import type { Score } from '../rules/panel-score.ts';
import { changeScore } from '../store/meeting-facts.server.ts';
import { writeVote } from '../store/meetings.server.ts';
import { findMember } from '../store/panel.server.ts';
import { findSheet, scoresOn } from '../store/sheets.server.ts';
import { keepResult } from './keep-result.server.ts';

/**
 * Votes on what is on the table; until the next application is called, another vote takes the place of the first. What the
 * room saw before that stays beside it.
 */
export function castPanelVote(
  context: Context,
  callId: Id,
  applicationId: Id,
  vote: Vote,
): Outcome<'cast', VoteRefusal | 'no-meeting' | 'not-found'> {
  return context.transact((tx) => {
    const seat = seatAtTable(context, callId);
    if (!seat.ok) return seat;
    const { call, memberId, meetingId, at, isQuorumMet } = seat.value;
    const decision = decideVote(at, applicationId, isQuorumMet);
    if (!decision.ok) return decision;
    keepResult(tx, context, call);
    writeVote(tx, { meetingId, applicationId, memberId, vote, votedAt: context.now, enteredBy: null });
    keepResult(tx, context, call);
    return done('cast');
  });
}

/**
 * Changes scores on the member's own sheet for what is on the table; each earlier score is kept beside its change.
 *
 * @param wanted  by criterion; what is not named stays
 * @returns       how many became different
 */
export function changeScores(
  context: Context,
  callId: Id,
  applicationId: Id,
  wanted: Readonly<Record<Id, Score>>,
): Outcome<{ changed: number }, ChangeRefusal | 'no-meeting' | 'not-found'> {
  return context.transact((tx) => {
    const seat = seatAtTable(context, callId);
    if (!seat.ok) return seat;
    const { memberId, meetingId, at } = seat.value;
    const sheet = findSheet(tx, memberId, applicationId);
    const scores = sheet === null ? [] : scoresOn(tx, [sheet.id]);
    const own =
      sheet === null
        ? null
        : { state: sheet.state, scores: Object.fromEntries(scores.map((row) => [row.criterionId, row.value])) };
    const decision = decideChange(at, applicationId, own, wanted);
    if (!decision.ok) return decision;
    for (const change of decision.value) {
      const revision = { revisionId: context.newId(), meetingId, sheetId: sheet?.id ?? '' };
      changeScore(tx, revision, change, context.now);
    }
    return done({ changed: decision.value.length });
  });
}

/** Where the signed-in member sits in the meeting that goes on. */
function seatAtTable(
  context: Context,
  callId: Id,
): Outcome<
  { call: CallFacts; memberId: Id; meetingId: Id; at: AtTable; isQuorumMet: boolean },
  'no-meeting' | 'not-found'
> {
  const call = callById(context, callId);
  const member = context.actor === null ? null : findMember(context.db, callId, context.actor.personId);
  if (call === null || member?.state !== 'accepted') return refused('not-found');
  const table = meetingTable(context, call);
  const attendee = table?.attendees.find(({ memberId }) => memberId === member.id);
  if (table === null || attendee === undefined) return refused('no-meeting');
  const { isHere, standing } = attendee;
  return done({
    call,
    memberId: member.id,
    meetingId: table.meeting.id,
    at: { isHere, standing, onTable: table.onTable?.applicationId ?? null },
    isQuorumMet: table.quorum.isMet,
  });
}
