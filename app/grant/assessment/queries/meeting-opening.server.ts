import type { Id } from '#app/kernel/id.ts';
import type { Outcome } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { decideOpenMeeting, type OpenMeetingRefusal } from '../rules/meeting.ts';
import { areLotsFixed, isShortlistLocked } from '../store/meeting-facts.server.ts';
import { findOpenMeeting } from '../store/meetings.server.ts';
import { shortlistingsOf } from '../store/shortlistings.server.ts';
import type { Chair } from './chair.server.ts';

/** Whether a meeting of this panel could be opened now. */
export function meetingOpening(
  context: Pick<Context, 'db'>,
  { run, cards }: Chair,
): Outcome<'opened', OpenMeetingRefusal> {
  const callId = run.call.id;
  return decideOpenMeeting({
    panel: run.state,
    isDecided: shortlistingsOf(context.db, callId).length > 0,
    isLocked: isShortlistLocked(context.db, callId),
    areLotsFixed: areLotsFixed(context.db, callId),
    isOpen: findOpenMeeting(context.db, callId) !== null,
    applications: cards.length,
  });
}

/** Whether the panel sits together now: nothing may be locked meanwhile, as scores can still change. */
export function isPanelMeeting(context: Pick<Context, 'db'>, callId: Id): boolean {
  return findOpenMeeting(context.db, callId) !== null;
}
