import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { windowOf } from '../../call/rules/window.ts';
import { draftFrom } from '../rules/draft.ts';
import { minutesLeft } from '../rules/progress.ts';
import { gapsOf, windowFor } from '../rules/submitting.ts';
import { mayEdit } from '../rules/team.ts';
import { lateUntilFor } from '../store/access-codes.server.ts';
import { findMediaOf } from '../store/media.server.ts';
import { withTextsOf } from '../store/recordings.server.ts';
import { findMembers } from '../store/team.server.ts';
import { findAnswers, findApplication } from '../store.server.ts';
import { waitsFor } from './waiting-entries.server.ts';

/**
 * What is left to do in a draft that can still be sent: for letters to its writers, so it holds none of their words.
 * The caller has checked who gets them.
 *
 * @returns null when it is no draft any more, or its time is over
 */
export function unfinishedDraft(context: Context, applicationId: Id) {
  const found = findApplication(context.db, applicationId);
  const call = found === null ? null : callById(context, found.callId);
  if (found === null || call === null || found.state !== 'draft') return null;
  const { closesAt } = windowFor(call, lateUntilFor(context.db, applicationId));
  if (windowOf({ ...call, closesAt }, context.now) !== 'open') return null;
  const draft = draftFrom(
    found,
    call.questions,
    findAnswers(context.db, applicationId),
    withTextsOf(context.db, findMediaOf(context.db, applicationId)),
    call.currency,
  );
  const { title, partnerId, timeZone, questions } = call;
  return {
    /** Its owner, or whom it was written down for and waits for; and everybody in the team who may write. */
    writerIds: [
      waitsFor(context, found) ?? found.applicantId,
      ...findMembers(context.db, applicationId)
        .filter(({ role, kind }) => kind === 'team' && mayEdit(role))
        .map(({ personId }) => personId),
    ],
    call: { title, partnerId, timeZone, questions, closesAt },
    gaps: gapsOf(draft, { ...call, closesAt }),
    minutes: minutesLeft(draft.details, draft.answers, call),
  };
}
