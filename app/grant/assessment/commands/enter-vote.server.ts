import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { chairOf } from '../queries/chair.server.ts';
import { meetingTable } from '../queries/meeting-table.server.ts';
import { decideEntering, type EnterRefusal } from '../rules/meeting.ts';
import type { Vote } from '../rules/meeting-votes.ts';
import { writeVote } from '../store/meetings.server.ts';
import { keepResult } from './keep-result.server.ts';

/** The chair enters the vote of a member without a phone, as she says it aloud. It is on record that it came this way. */
export function enterVote(
  context: Context,
  callId: Id,
  spoken: { readonly memberId: Id; readonly applicationId: Id; readonly vote: Vote },
): Outcome<'entered', EnterRefusal | 'no-meeting' | 'not-found'> {
  return context.transact((tx) => {
    const chair = chairOf(context, callId);
    if (chair === null) return refused('not-found');
    keepResult(tx, context, chair.run.call);
    const table = meetingTable(context, chair.run.call);
    if (table === null) return refused('no-meeting');
    const { memberId, applicationId, vote } = spoken;
    const attendee = table.attendees.find((one) => one.memberId === memberId);
    if (attendee === undefined) return refused('not-found');
    const { isHere, standing } = attendee;
    const at = { isHere, standing, onTable: table.onTable?.applicationId ?? null };
    const earlier = table.votes.find((cast) => cast.memberId === memberId);
    const decision = decideEntering(at, applicationId, table.quorum.isMet, {
      hasVotedHerself: earlier?.enteredBy === null,
      isPartOfResult: earlier !== undefined && (table.onTable?.firstCount ?? null) !== null,
    });
    if (!decision.ok) return decision;
    const meetingId = table.meeting.id;
    const enteredBy = chair.run.managerId;
    writeVote(tx, { meetingId, applicationId, memberId, vote, votedAt: context.now, enteredBy });
    keepResult(tx, context, chair.run.call);
    return done('entered');
  });
}
