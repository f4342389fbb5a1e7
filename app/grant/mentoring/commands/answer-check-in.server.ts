import type { Id } from '#app/kernel/id.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { myRoleIn } from '../../application/queries/team.server.ts';
import { maySign } from '../../application/rules/team.ts';
import { awardById } from '../../award/queries/award-card.server.ts';
import { decideGroupAnswer } from '../rules/checking-in.ts';
import { findCheckIn, answerCheckIn as writeAnswer } from '../store.server.ts';

/** The group says that a check-in is right, or what is not right about it. */
export function answerCheckIn(
  context: Context,
  checkInId: Id,
  answer: { readonly isRight: boolean; readonly note: string },
): Outcome<'answered', 'already-answered' | 'note-missing' | 'text-too-long' | 'not-found'> {
  return context.transact((tx) => {
    const found = findCheckIn(tx, checkInId);
    const award = found === null ? null : awardById(context, found.awardId);
    if (found === null || award === null || !maySign(myRoleIn(context, award.applicationId)))
      return refused('not-found');
    const decision = decideGroupAnswer(found, answer);
    if (!decision.ok) return decision;
    if (answer.isRight) {
      writeAnswer(tx, checkInId, { confirmedByGroupAt: context.now, disputedAt: null, disputeNote: '' });
    } else {
      writeAnswer(tx, checkInId, {
        confirmedByGroupAt: null,
        disputedAt: context.now,
        disputeNote: answer.note.trim(),
      });
      promise(tx, context, { kind: 'check-in-disputed', subjectId: checkInId });
    }
    return decision;
  });
}
