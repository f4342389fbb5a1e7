import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { chairOf } from '../queries/chair.server.ts';
import { meetingTable } from '../queries/meeting-table.server.ts';
import { writeNotes } from '../store/meetings.server.ts';

/**
 * Saves what was said about an application that this meeting has called, while the meeting goes on.
 *
 * @param seen  the revision the words were written on top of; another one is refused, and nothing is overwritten
 */
export function saveMeetingNotes(
  context: Context,
  callId: Id,
  applicationId: Id,
  notes: string,
  seen: number,
): Outcome<{ revision: number }, 'changed-elsewhere' | 'no-meeting' | 'not-found'> {
  return context.transact((tx) => {
    const chair = chairOf(context, callId);
    if (chair === null) return refused('not-found');
    const table = meetingTable(context, chair.run.call);
    if (table === null) return refused('no-meeting');
    const item = table.items.find((each) => each.applicationId === applicationId);
    if (item === undefined || item.openedAt === null) return refused('not-found');
    if (item.notes === notes.trim()) return done({ revision: item.revision });
    const { meetingId } = item;
    const revision = writeNotes(tx, { meetingId, applicationId, revision: seen }, notes.trim());
    return revision === null ? refused('changed-elsewhere') : done({ revision });
  });
}
