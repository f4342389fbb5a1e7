import type { Id } from '#app/kernel/id.ts';
import { personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { applicationAnswers } from './application-answers.server.ts';
import { applicationCard } from './application-card.server.ts';
import { helpersOf } from './help-log.server.ts';
import { howToReach } from './how-to-reach.server.ts';
import { isReadableForManager } from './manager-reading.server.ts';
import { mediaOwner } from './media-file.server.ts';
import { reopenedChanges } from './reopened-changes.server.ts';
import { reopeningDesk } from './reopening-desk.server.ts';
import { reachOf } from './staff-entries.server.ts';

/** One submitted application with everything in it, for a manager of the partner. */
export function applicationForManager(context: Context, applicationId: Id) {
  const card = applicationCard(context, applicationId);
  const call = card === null ? null : callById(context, card.callId);
  if (card === null || call === null || !isReadableForManager(context, card, call)) return null;
  const applicant = personById(context, card.applicantId);
  return {
    card,
    call: { id: call.id, title: call.title, currency: call.currency, timeZone: call.timeZone },
    applicant: { name: applicant?.name ?? '', ...reachOf(context, card) },
    helpers: helpersOf(context, applicationId),
    answers: applicationAnswers(context, applicationId),
    reach: howToReach(context, applicationId),
    changes: reopenedChanges(context, applicationId),
    reopenings: reopeningDesk(context, applicationId)?.reopenings ?? [],
  };
}

/** Whether the signed-in manager may watch a recording. */
export function mayWatchAsManager(context: Context, mediaId: Id): boolean {
  const owner = mediaOwner(context, mediaId);
  return owner !== null && applicationForManager(context, owner.applicationId) !== null;
}
