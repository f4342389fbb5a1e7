import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { chairOf } from '../queries/chair.server.ts';
import { meetingTable } from '../queries/meeting-table.server.ts';
import { type AgendaPress, type AgendaRefusal, pressAgenda } from '../rules/meeting-agenda.ts';
import { moveItem, endMeeting as writeEnd } from '../store/meetings.server.ts';
import { askTiedToLeave } from './attend-meeting.server.ts';
import { wantRanking } from './want-ranking.server.ts';

export type ConductRefusal = AgendaRefusal | 'no-meeting' | 'not-found';

/**
 * One press of the chair's: another application comes onto the table, or none. Whoever is there and tied to it is
 * asked to leave in the same breath.
 *
 * @param seen  what was on the table on the page with the button; null for nothing
 */
export function conductMeeting(
  context: Context,
  callId: Id,
  press: AgendaPress,
  seen: Id | null,
): Outcome<'conducted', ConductRefusal> {
  return context.transact((tx) => {
    const chair = chairOf(context, callId);
    if (chair === null) return refused('not-found');
    const table = meetingTable(context, chair.run.call);
    if (table === null) return refused('no-meeting');
    const standing = new Set(chair.cards.map(({ id }) => id));
    const items = table.items.map((item) => ({ ...item, isStanding: standing.has(item.applicationId) }));
    const steps = pressAgenda(items, press, seen);
    if (!steps.ok) return steps;
    for (const step of steps.value) moveItem(tx, table.meeting.id, step, context.now);
    askTiedToLeave(tx, context, chair.run.call);
    return done('conducted');
  });
}

/** Ends the meeting: what is on the table was talked about, and everybody goes home. It is a record from then on. */
export function endMeeting(context: Context, callId: Id): Outcome<'ended', 'no-meeting' | 'not-found'> {
  return context.transact((tx) => {
    const chair = chairOf(context, callId);
    if (chair === null) return refused('not-found');
    const table = meetingTable(context, chair.run.call);
    if (table === null) return refused('no-meeting');
    const { meeting, onTable } = table;
    if (onTable !== null) {
      moveItem(tx, meeting.id, { applicationId: onTable.applicationId, state: 'done' }, context.now);
    }
    writeEnd(tx, meeting.id, context.now);
    // Members may have changed their scores.
    wantRanking(tx, context, callId, chair.run.managerId);
    return done('ended');
  });
}
