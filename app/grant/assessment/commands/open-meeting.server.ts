import type { Id } from '#app/kernel/id.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { chairOf } from '../queries/chair.server.ts';
import { meetingOpening } from '../queries/meeting-opening.server.ts';
import type { OpenMeetingRefusal } from '../rules/meeting.ts';
import { orderAgenda } from '../rules/meeting-agenda.ts';
import { panelScores } from '../rules/panel-order.ts';
import { shortlistSize } from '../rules/shortlisting.ts';
import { findMeetings, insertMeeting, itemsOf } from '../store/meetings.server.ts';
import { countedScoresOf } from '../store/sheets.server.ts';

/**
 * Opens a meeting of the panel. Its agenda is every application under review, the greatest disagreement first; what
 * an earlier meeting has talked about is left out, and can be brought back.
 */
export function openMeeting(context: Context, callId: Id): Outcome<'opened', OpenMeetingRefusal | 'not-found'> {
  return context.transact((tx) => {
    const chair = chairOf(context, callId);
    if (chair === null) return refused('not-found');
    const { call, managerId } = chair.run;
    const decision = meetingOpening(context, chair);
    if (!decision.ok) return decision;
    const earlier = findMeetings(tx, callId);
    const ids = chair.cards.map(({ id }) => id);
    const scores = panelScores(ids, call.criteria, countedScoresOf(tx, callId));
    const rows = [...scores].map(([applicationId, { meanMilli, spreadMilli }]) => ({
      applicationId,
      meanMilli,
      spreadMilli,
    }));
    const best = rows.map(({ meanMilli }) => meanMilli ?? 0).toSorted((one, other) => other - one);
    const line = best[shortlistSize(call) - 1] ?? null;
    const done = new Set(
      earlier
        .flatMap(({ id }) => itemsOf(tx, id))
        .filter((item) => item.state === 'done')
        .map(({ applicationId }) => applicationId),
    );
    insertMeeting(
      tx,
      { id: context.newId(), callId, openedAt: context.now, openedBy: managerId },
      orderAgenda(rows, line).map((applicationId) => ({
        applicationId,
        state: done.has(applicationId) ? 'left-out' : 'waiting',
      })),
    );
    return decision;
  });
}
