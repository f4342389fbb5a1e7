import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { myJudging } from '../queries/my-judging.server.ts';
import { decideJudging, type JudgeRefusal, type JudgeScores } from '../rules/judging.ts';
import { writeJudgeSheet } from '../store/judging.server.ts';

/**
 * Keeps what a judge gives a pitch. Her seat, her ties and the stage are read in the same transaction.
 *
 * @param seen  the revision she had before her, 0 for a pitch not begun; without it the newest scores win
 */
export function saveJudgeScores(
  context: Context,
  callId: Id,
  applicationId: Id,
  scores: JudgeScores,
  seen?: number,
): Outcome<{ revision: number }, JudgeRefusal | 'not-found'> {
  return context.transact((tx) => {
    const own = myJudging(context, callId);
    const standing = own?.seat.standing.get(applicationId);
    if (own === null || standing === undefined) return refused('not-found');
    const { call, event, facts, seat } = own;
    const sheet = own.sheets.find((one) => one.applicationId === applicationId);
    const revision = sheet?.revision ?? 0;
    const criterionIds = call.criteria.map(({ id }) => id);
    const decision = decideJudging(
      {
        state: facts.state,
        standing,
        canBeJudged: own.open.has(applicationId),
        criterionIds,
        written: sheet?.scores ?? {},
        revision,
      },
      scores,
      seen,
    );
    if (!decision.ok) return decision;
    if (decision.value === 'same') return done({ revision });
    const id = sheet?.id ?? context.newId();
    const row = { id, eventId: event.id, memberId: seat.memberId, applicationId, savedAt: context.now };
    writeJudgeSheet(tx, { ...row, revision: revision + 1 }, scores);
    return done({ revision: revision + 1 });
  });
}
