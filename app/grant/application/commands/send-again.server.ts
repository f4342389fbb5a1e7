import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { openReopening } from '../queries/open-reopening.server.ts';
import { myRole } from '../queries/team.server.ts';
import { draftFrom } from '../rules/draft.ts';
import { answersWith, detailsWith, mediaWith } from '../rules/reopened-draft.ts';
import { decideSendAgain, type ReopenedDetail, type SendAgainRefusal } from '../rules/reopening.ts';
import { gapsOf } from '../rules/submitting.ts';
import { maySign } from '../rules/team.ts';
import { deleteMedia, findMediaOf, findUnsentOf, putInPlace } from '../store/media.server.ts';
import { withTextsOf } from '../store/recordings.server.ts';
import { markSentAgain, type PartRow, writeReopenedDetails } from '../store/reopenings.server.ts';
import { type Application, findAnswer, findAnswers, findApplication, writeAnswer } from '../store.server.ts';

/** Details by which somebody on the panel may turn out to be tied to the group. */
const TIED_BY: ReadonlySet<ReopenedDetail> = new Set(['groupName', 'moneyHolder', 'hostName'] as const);

/**
 * Puts what was written and recorded for the reopened parts in the place of what was sent before, and promises a
 * receipt. A recording that was sent before stays beside the new one, as words do in the history.
 */
export function sendAgain(
  context: Context,
  applicationId: Id,
): Outcome<'sent-again', SendAgainRefusal | 'not-reopened' | 'not-found'> {
  return context.transact((tx) => {
    const found = findApplication(tx, applicationId);
    if (found === null || !maySign(myRole(context, found))) return refused('not-found');
    const call = callById(context, found.callId);
    invariant(call !== null, 'an application has a call: the foreign key says so');
    const reopening = openReopening(context, found);
    if (reopening === null) return refused('not-reopened');
    const { parts } = reopening;
    const unsent = findUnsentOf(tx, applicationId).filter((one) => parts.some(({ id }) => id === one.reopenedPartId));
    const recorded = unsent.filter(({ state }) => state !== 'rejected');
    const draft = draftFrom(
      { ...found, ...detailsWith(found, parts) },
      call.questions,
      answersWith(findAnswers(tx, applicationId), parts),
      withTextsOf(tx, mediaWith(findMediaOf(tx, applicationId), unsent, parts)),
      call.currency,
    );
    const decision = decideSendAgain(parts, recorded.length > 0, gapsOf(draft, call));
    if (!decision.ok) return decision;
    const changed = parts.filter(({ before, text }) => before !== text);
    if (changed.some(({ detail }) => detail !== null)) {
      writeReopenedDetails(tx, applicationId, draft.details, context.now);
    }
    // Another recording is another answer, whose words stay: what was translated was the one before.
    const anew = new Set(recorded.filter(({ state }) => state === 'ready').map(({ reopenedPartId }) => reopenedPartId));
    const answered = parts.filter((part) => changed.includes(part) || anew.has(part.id));
    for (const part of answered) replaceAnswer(tx, context, found, part);
    for (const recording of recorded) {
      // For a question that is no longer asked nobody waits: what has not arrived comes for nothing.
      if (recording.state === 'ready') putInPlace(tx, recording);
    }
    // Nobody needs to know that another file was tried first.
    deleteMedia(
      tx,
      unsent.filter(({ state }) => state !== 'ready').map(({ id }) => id),
    );
    markSentAgain(tx, reopening.id, context.now);
    promise(tx, context, { kind: 'application-sent-again', subjectId: reopening.id });
    if (changed.some(({ detail }) => detail !== null && TIED_BY.has(detail))) {
      promise(tx, context, { kind: 'application-names-changed', subjectId: applicationId });
    }
    return decision;
  });
}

function replaceAnswer(tx: Tx, context: Context, found: Application, part: PartRow): void {
  if (part.questionId === null) return;
  const stored = findAnswer(tx, found.id, part.questionId);
  writeAnswer(tx, {
    applicationId: found.id,
    questionId: part.questionId,
    text: part.text,
    words: part.words,
    revision: (stored?.revision ?? 0) + 1,
    savedAt: context.now,
    savedBy: context.actor?.personId ?? null,
    language: stored?.language ?? found.language,
  });
}
