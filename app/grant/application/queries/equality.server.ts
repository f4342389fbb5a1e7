import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callById, callForManager } from '../../call/queries/call-facts.server.ts';
import { EQUALITY_QUESTIONS, EQUALITY_SET_VERSION } from '../rules/equality-set.ts';
import { shownCounts } from '../rules/suppression.ts';
import { maySign } from '../rules/team.ts';
import { findEqualityAnswers, isEqualityDone } from '../store/equality.server.ts';
import { findApplication } from '../store.server.ts';
import { myRole } from './team.server.ts';

/** The page of the questions, for whoever may speak for the group; null before it was sent, and for everybody else. */
export function equalityPage(context: Context, applicationId: Id) {
  const found = findApplication(context.db, applicationId);
  if (found === null || found.submittedAt === null || !maySign(myRole(context, found))) return null;
  const call = callById(context, found.callId);
  return {
    id: found.id,
    reference: found.reference,
    callTitle: call?.title ?? '',
    partnerName: call?.partnerName ?? '',
    isDone: isEqualityDone(context.db, applicationId),
  };
}

/** What may be shown of a call's answers to its manager: rounded, and nothing small. */
export function equalityFigures(context: Context, callId: Id) {
  const call = callForManager(context, callId);
  if (call === null) return null;
  const answers = findEqualityAnswers(context.db, callId, EQUALITY_SET_VERSION);
  return {
    call: { id: call.id, title: call.title },
    setVersion: EQUALITY_SET_VERSION,
    questions: EQUALITY_QUESTIONS.map(({ id, codes }) => ({
      id,
      counts: shownCounts(
        codes.map((code) => ({ code, count: answers.filter((answer) => answer[id] === code).length })),
      ),
    })),
  };
}
