import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { entryForMe } from '../queries/staff-entries.server.ts';
import { myRole } from '../queries/team.server.ts';
import { waitsFor } from '../queries/waiting-entries.server.ts';
import { draftFrom } from '../rules/draft.ts';
import { decideSubmit, type SubmitRefusal, windowFor } from '../rules/submitting.ts';
import { maySign } from '../rules/team.ts';
import { lateUntilFor } from '../store/access-codes.server.ts';
import { deleteMedia, findMediaOf } from '../store/media.server.ts';
import { withTextsOf } from '../store/recordings.server.ts';
import { markConfirmed } from '../store/staff-entry.server.ts';
import { findAnswers, findApplication, markSubmitted } from '../store.server.ts';
import { endDraftHelp } from './end-draft-help.server.ts';
import { makeEntryOwner } from './make-entry-owner.server.ts';

/**
 * Freezes the applicant's answers and promises them a receipt. What staff wrote down for somebody is sent by them,
 * who have then said yes to it, or by whoever wrote it down once they had.
 */
export function submitApplication(
  context: Context,
  applicationId: Id,
): Outcome<'submitted', Exclude<SubmitRefusal, 'not-the-applicant'> | 'not-found' | 'not-confirmed'> {
  return context.transact((tx) => {
    const found = findApplication(tx, applicationId);
    const entry = found === null ? null : entryForMe(context, applicationId);
    const signs = found !== null && maySign(myRole(context, found));
    if (context.actor === null || found === null || !(signs || entry?.isWriter === true)) return refused('not-found');
    if (!signs && entry?.isConfirmed !== true) return refused('not-confirmed');
    const call = callById(context, found.callId);
    invariant(call !== null, 'an application has a call: the foreign key says so');
    const recordings = withTextsOf(tx, findMediaOf(tx, applicationId));
    const draft = draftFrom(found, call.questions, findAnswers(tx, applicationId), recordings, call.currency);
    const terms = windowFor(call, lateUntilFor(tx, applicationId));
    const decision = decideSubmit(draft, terms, found.applicantId, context.now);
    if (!decision.ok) return decision.reason === 'not-the-applicant' ? refused('not-found') : refused(decision.reason);
    // Nobody needs to know that another file was tried first, and what comes for a question nobody asks comes for nothing.
    deleteMedia(
      tx,
      recordings.filter((recording) => recording.state !== 'ready').map((recording) => recording.id),
    );
    if (signs && entry !== null) markConfirmed(tx, applicationId, 'own-sign-in', context.actor.personId, context.now);
    endDraftHelp(tx, context, applicationId, 'sent');
    markSubmitted(tx, applicationId, context.now);
    // It waited beside a draft of their own; what is sent belongs to whoever it was written down for.
    const waiting = signs ? null : waitsFor(context, found);
    if (waiting !== null) makeEntryOwner(tx, context, found, waiting);
    promise(tx, context, { kind: 'application-received', subjectId: applicationId });
    return decision;
  });
}
