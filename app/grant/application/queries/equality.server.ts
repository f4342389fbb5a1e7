import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callById, callForManager } from '../../call/queries/call-facts.server.ts';
import { figuresDueAt } from '../rules/equality-release.ts';
import { EQUALITY_QUESTIONS, EQUALITY_SET_VERSION } from '../rules/equality-set.ts';
import { maySign } from '../rules/team.ts';
import { findEqualityRelease, isEqualityDone } from '../store/equality.server.ts';
import { findApplication } from '../store.server.ts';
import { entriesEndAt } from './entries-end.server.ts';
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
    isOver: areEqualityAnswersOver(context, found.callId),
  };
}

/** What may be shown of a call's answers to its manager: rounded, nothing small, made once; null while they are not due. */
export function equalityFigures(context: Context, callId: Id) {
  const call = callForManager(context, callId);
  if (call === null) return null;
  const made = findEqualityRelease(context.db, callId, EQUALITY_SET_VERSION);
  return {
    call: { id: call.id, title: call.title, timeZone: call.timeZone },
    setVersion: EQUALITY_SET_VERSION,
    dueAt: figuresDueAt(entriesEndAt(context, callId) ?? call.closesAt),
    made:
      made === null
        ? null
        : {
            at: made.releasedAt,
            questions: EQUALITY_QUESTIONS.map(({ id }) => ({
              id,
              counts: made.figures.find((figure) => figure.id === id)?.counts ?? [],
            })),
          },
  };
}

/** Whether answers of a call would come too late to be counted. */
export function areEqualityAnswersOver(context: Pick<Context, 'db' | 'now'>, callId: Id): boolean {
  const endsAt = entriesEndAt(context, callId);
  return (
    (endsAt !== null && context.now >= figuresDueAt(endsAt)) ||
    findEqualityRelease(context.db, callId, EQUALITY_SET_VERSION) !== null
  );
}
