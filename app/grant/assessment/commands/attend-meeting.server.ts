import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { type CallFacts, callById } from '../../call/queries/call-facts.server.ts';
import { chairOf } from '../queries/chair.server.ts';
import { meetingTable } from '../queries/meeting-table.server.ts';
import { askToLeave, markGone, markHere, markLeft } from '../store/meetings.server.ts';
import { findMember } from '../store/panel.server.ts';
import { keepResult } from './keep-result.server.ts';

/** Comes to the meeting, goes home, or leaves the room for as long as one application is talked about. */
export const ATTENDANCE = ['here', 'gone', 'out'] as const;
export type Attendance = (typeof ATTENDANCE)[number];
export type AttendRefusal = 'no-meeting' | 'need-not-leave' | 'not-found';

/** The chair says who is in the room. */
export function markAttendance(
  context: Context,
  callId: Id,
  memberId: Id,
  attendance: Attendance,
): Outcome<Attendance, AttendRefusal> {
  return context.transact((tx) => {
    const chair = chairOf(context, callId);
    const member = chair?.run.members.find(({ id, state }) => id === memberId && state === 'accepted');
    if (chair === null || member === undefined) return refused('not-found');
    return attend(tx, context, chair.run.call, memberId, attendance, chair.run.managerId);
  });
}

/** A member says it of herself, on her own phone. */
export function attendMeeting(
  context: Context,
  callId: Id,
  attendance: Attendance,
): Outcome<Attendance, AttendRefusal> {
  return context.transact((tx) => {
    const call = callById(context, callId);
    const member = context.actor === null ? null : findMember(tx, callId, context.actor.personId);
    if (call === null || member?.state !== 'accepted') return refused('not-found');
    return attend(tx, context, call, member.id, attendance, null);
  });
}

function attend(
  tx: Tx,
  context: Context,
  call: CallFacts,
  memberId: Id,
  attendance: Attendance,
  /** The chair, where it is she who says so. */
  saidBy: Id | null,
): Outcome<Attendance, AttendRefusal> {
  const table = meetingTable(context, call);
  if (table === null) return refused('no-meeting');
  const meetingId = table.meeting.id;
  // A tie may have come to light since anybody last voted, and with it a result.
  keepResult(tx, context, call);
  if (attendance === 'here') {
    markHere(tx, { id: context.newId(), meetingId, memberId, cameAt: context.now });
    askTiedToLeave(tx, context, call);
    return done(attendance);
  }
  if (attendance === 'gone') {
    markGone(tx, meetingId, memberId, context.now, saidBy);
    keepResult(tx, context, call);
    return done(attendance);
  }
  const attendee = table.attendees.find((one) => one.memberId === memberId);
  if (table.onTable === null || attendee?.isHere !== true || attendee.standing !== 'must-leave')
    return refused('need-not-leave');
  // A tie may have come to light since the application was called: she is asked and leaves in one.
  askTiedToLeave(tx, context, call);
  markLeft(tx, meetingId, table.onTable.applicationId, memberId, context.now);
  keepResult(tx, context, call);
  return done(attendance);
}

/** Writes down everybody in the meeting who must leave for what is on the table, inside the caller's transaction. */
export function askTiedToLeave(tx: Tx, context: Context, call: CallFacts): void {
  const table = meetingTable(context, call);
  if (table === null || table.onTable === null) return;
  const { meetingId, applicationId } = table.onTable;
  for (const { memberId, isHere, standing } of table.attendees) {
    if (!isHere || standing !== 'must-leave') continue;
    askToLeave(tx, { meetingId, applicationId, memberId, askedAt: context.now });
  }
}
