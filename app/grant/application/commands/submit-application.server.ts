import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { myRole } from '../queries/team.server.ts';
import { draftFrom } from '../rules/draft.ts';
import { decideSubmit, type SubmitRefusal, windowFor } from '../rules/submitting.ts';
import { maySign } from '../rules/team.ts';
import { lateUntilFor } from '../store/access-codes.server.ts';
import { deleteMedia, findMediaOf } from '../store/media.server.ts';
import { findAnswers, findApplication, markSubmitted } from '../store.server.ts';

/** Freezes the applicant's answers and promises them a receipt. */
export function submitApplication(
  context: Context,
  applicationId: Id,
): Outcome<'submitted', Exclude<SubmitRefusal, 'not-the-applicant'> | 'not-found'> {
  return context.transact((tx) => {
    const found = findApplication(tx, applicationId);
    if (found === null || !maySign(myRole(context, found))) return refused('not-found');
    const call = callById(context, found.callId);
    invariant(call !== null, 'an application has a call: the foreign key says so');
    const recordings = findMediaOf(tx, applicationId);
    const draft = draftFrom(found, call.questions, findAnswers(tx, applicationId), recordings, call.currency);
    const terms = windowFor(call, lateUntilFor(tx, applicationId));
    const decision = decideSubmit(draft, terms, found.applicantId, context.now);
    if (!decision.ok) return decision.reason === 'not-the-applicant' ? refused('not-found') : refused(decision.reason);
    // Nobody needs to know that another file was tried first.
    deleteMedia(
      tx,
      recordings.filter((recording) => recording.state === 'rejected').map((recording) => recording.id),
    );
    markSubmitted(tx, applicationId, context.now);
    promise(tx, context, { kind: 'application-received', subjectId: applicationId });
    return decision;
  });
}
